"""The declared outputs, read from the variables that user code has left."""

from collections.abc import Callable
from typing import Any

from atrium_job import left
from atrium_job.scalars import WrongType, as_json
from atrium_job.spec import Output, load

_FILES: dict[str, Callable[[str, Any], dict[str, Any]]] = {
    "dataframe": left.parquet,
    "graphics": left.picture,
    "file": left.file,
    "blob": left.blob,
}


class Unfit(Exception):
    """An output is not what the header declares; the message says which, and why."""


def collect(variables: dict[str, Any]) -> list[dict[str, Any]]:
    """All but the notebook itself, which whoever executes it saves."""
    declared = [one for one in load()["outputs"] if one["type"] != "notebook"]
    return [{"name": one["name"], "type": one["type"], **_left(one, variables)} for one in declared]


def _left(one: Output, variables: dict[str, Any]) -> dict[str, Any]:
    name, kind = one["name"], one["type"]
    try:
        if name not in variables and kind != "graphics":
            raise WrongType("the code gave it no value")
        value = variables.get(name)
        if kind in _FILES and (value is not None or kind == "graphics"):
            return _FILES[kind](name, value)
        return {"value": as_json(value, kind, one.get("item"))}
    except WrongType as error:
        raise Unfit(f'The output "{name}" ({kind}) is not what was declared: {error}.') from None
