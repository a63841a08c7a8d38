"""Makes a page or a PDF of a notebook: `python -I -B export.py` in the folder that holds job.json."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

if __name__ == "__main__":
    from atrium_export.run import run

    run()
