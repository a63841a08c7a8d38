"""Runs a Python script: `python -I -B script.py` in the folder that holds job.json."""

import os
import sys
from types import ModuleType

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from atrium_job import load, source_text  # noqa: E402
from atrium_job.given import given  # noqa: E402
from atrium_job.outputs import Unfit, collect  # noqa: E402
from atrium_job.result import fail, finish  # noqa: E402
from atrium_job.trouble import fail_with, remember_source  # noqa: E402


def main() -> None:
    os.environ.setdefault("MPLBACKEND", "Agg")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)
    file_name, text = source_text()
    remember_source(file_name, text)
    module = _module(file_name)
    try:
        exec(compile(text, file_name, "exec"), module.__dict__)
    except SystemExit as end:
        if end.code not in (None, 0):
            return fail_with(end, file_name)
    except BaseException as error:
        return fail_with(error, file_name)
    try:
        finish(collect(module.__dict__))
    except Unfit as error:
        fail(str(error))


def _module(file_name: str) -> ModuleType:
    """What the script knows as `__main__`, with the inputs as its variables."""
    module = ModuleType("__main__")
    module.__dict__.update({one["name"]: given(one) for one in load()["inputs"]}, __file__=file_name)
    sys.modules["__main__"] = module
    return module


if __name__ == "__main__":
    main()
