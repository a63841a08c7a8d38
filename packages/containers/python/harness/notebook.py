"""Runs a notebook: `python -I -B notebook.py` in the folder that holds job.json."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from atrium_notebook.kernel import Kernel  # noqa: E402


def main() -> None:
    # The kernel needs a second to come up, and so do the libraries that talk to it: both at once.
    with Kernel.start() as kernel:
        from atrium_notebook.run import run

        run(kernel)


if __name__ == "__main__":
    main()
