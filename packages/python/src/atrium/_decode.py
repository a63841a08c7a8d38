"""Turns the API's JSON into the dataclasses made from its description."""

from __future__ import annotations

import dataclasses
import functools
import re
import sys
import typing
from typing import Any

_RESERVED = {"as", "from", "in", "is", "not", "and", "or", "class", "def", "for", "if", "import", "None"}


def decode(kind: Any, value: Any) -> Any:
    """Unknown fields are left out and missing ones are None, so that an older client reads a newer API."""
    if value is None or kind is Any or kind is type(None):
        return value
    if dataclasses.is_dataclass(kind) and isinstance(value, dict):
        return kind(**{name: decode(hint, value.get(key)) for name, key, hint in _fields(kind)})
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin is typing.Union:
        some = [argument for argument in arguments if argument is not type(None)]
        return decode(some[0], value) if len(some) == 1 else value
    if origin is list and isinstance(value, list):
        return [decode(arguments[0], item) for item in value]
    if origin is dict and isinstance(value, dict):
        return {key: decode(arguments[1], item) for key, item in value.items()}
    return value


@functools.lru_cache(maxsize=None)
def _fields(kind: Any) -> Any:
    hints = typing.get_type_hints(kind, vars(sys.modules[kind.__module__]))
    return [(field.name, _key(field.name), hints[field.name]) for field in dataclasses.fields(kind)]


def _key(name: str) -> str:
    """`created_at` is `createdAt` in the API."""
    bare = name[:-1] if name.endswith("_") and name[:-1] in _RESERVED else name
    return re.sub(r"_([a-z0-9])", lambda match: match.group(1).upper(), bare)
