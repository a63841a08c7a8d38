"""Runs a Python script: `python -I -B script.py` in the folder that holds job.json."""

import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from atrium_job import left, load, source_text  # noqa: E402
from atrium_job.given import given  # noqa: E402
from atrium_job.result import fail, finish  # noqa: E402
from atrium_job.scalars import WrongType, as_json  # noqa: E402
from atrium_job.spec import Output  # noqa: E402
from atrium_job.trouble import fail_with, remember_source  # noqa: E402

_FILES: dict[str, Callable[[str, Any], dict[str, Any]]] = {
    "dataframe": left.parquet,
    "graphics": left.picture,
    "file": left.file,
    "blob": left.blob,
}


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
    _collect(module.__dict__)


def _module(file_name: str) -> ModuleType:
    """What the script knows as `__main__`, with the inputs as its variables."""
    module = ModuleType("__main__")
    module.__dict__.update({one["name"]: given(one) for one in load()["inputs"]}, __file__=file_name)
    sys.modules["__main__"] = module
    return module


def _collect(variables: dict[str, Any]) -> None:
    outputs = []
    for one in load()["outputs"]:
        try:
            outputs.append({"name": one["name"], "type": one["type"], **_left(one, variables)})
        except WrongType as error:
            return fail(f'The output "{one["name"]}" ({one["type"]}) is not what was declared: {error}.')
    finish(outputs)


def _left(one: Output, variables: dict[str, Any]) -> dict[str, Any]:
    name, kind = one["name"], one["type"]
    if name not in variables and kind != "graphics":
        raise WrongType("the script gave it no value")
    value = variables.get(name)
    if kind in _FILES and (value is not None or kind == "graphics"):
        return _FILES[kind](name, value)
    return {"value": as_json(value, kind, one.get("item"))}


if __name__ == "__main__":
    main()
