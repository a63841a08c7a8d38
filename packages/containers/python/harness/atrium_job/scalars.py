"""Values that a script leaves, as JSON, held against the type its header declares."""

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from numbers import Integral, Real
from typing import Any


class WrongType(Exception):
    """A value is not of the type it was declared as."""


def as_json(value: Any, kind: str, item: str | None = None) -> Any:
    if value is None:
        return None
    if kind in ("list", "column_list"):
        return [as_json(each, item or ("string" if kind == "column_list" else "dynamic")) for each in _items(value)]
    return _TO_JSON.get(kind, _dynamic)(_plain(value))


def _plain(value: Any) -> Any:
    """Of numpy's and pandas' scalars the value that Python has for it."""
    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime()
    return value.item() if hasattr(value, "item") and getattr(value, "ndim", 0) == 0 else value


def _items(value: Any) -> Iterable[Any]:
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise _wrong(value, "a list")
    return value


def _int(value: Any) -> int:
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _wrong(value, "a whole number")


def _double(value: Any) -> float | None:
    if not isinstance(value, Real) or isinstance(value, bool):
        raise _wrong(value, "a number")
    # JSON has no word for these.
    return float(value) if math.isfinite(value) else None


def _num(value: Any) -> float | int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else _double(value)


def _bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(value, "True or False")


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(value, "text")


def _datetime(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if not isinstance(value, datetime):
        raise _wrong(value, "a date")
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _map(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return {str(key): as_json(each, "dynamic") for key, each in value.items()}
    raise _wrong(value, "a dictionary")


def _dynamic(value: Any) -> Any:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, Real):
        return _num(value)
    if isinstance(value, date):
        return _datetime(value)
    if isinstance(value, Mapping):
        return _map(value)
    return as_json(value, "list")


def _wrong(value: Any, wanted: str) -> WrongType:
    shown = repr(value)
    return WrongType(f"{shown if len(shown) <= 60 else shown[:57] + '…'} ({type(value).__name__}) is not {wanted}")


_TO_JSON: dict[str, Callable[[Any], Any]] = {
    "int": _int,
    "bigint": lambda value: str(_int(value)),
    "double": _double,
    "num": _num,
    "qnum": _num,
    "bool": _bool,
    "string": _string,
    "column": _string,
    "datetime": _datetime,
    "map": _map,
}
