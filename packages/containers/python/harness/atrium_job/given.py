"""Inputs as the Python values that a script finds under their names."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from atrium_job.spec import Input
from atrium_job.tables import frame

_FROM_JSON: dict[str, Callable[[Any], Any]] = {
    "int": int,
    "double": float,
    "bigint": int,
    "datetime": datetime.fromisoformat,
}


def given(one: Input) -> Any:
    if "files" in one:
        media = [{**known, "path": str(Path(known["path"]).absolute())} for known in one["files"]]
        return media if one["type"] == "list" else media[0]
    if one["type"] == "dataframe" and "path" in one:
        return frame(one["name"])
    if one["type"] == "blob" and "path" in one:
        return Path(one["path"]).read_bytes()
    if "path" in one:
        return str(Path(one["path"]).absolute())
    return _typed(one.get("value"), one["type"], one.get("item"))


def _typed(value: Any, kind: str, item: str | None) -> Any:
    if value is None:
        return None
    if kind == "list" and item is not None:
        return [_typed(each, item, None) for each in value]
    return _FROM_JSON.get(kind, _same)(value)


def _same(value: Any) -> Any:
    return value
