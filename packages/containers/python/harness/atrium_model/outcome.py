from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from .columns import column, kind_of, values
from .trouble import Trouble

MAX_CLASSES = 100
# A column of whole numbers with few different ones tells classes, not amounts.
FEW = 10


@dataclass(frozen=True)
class Outcome:
    """What is predicted, of the rows that have it: classes as their place in `classes`, or amounts."""

    y: np.ndarray
    rows: np.ndarray
    task: str
    type: str  # text | boolean | integer | number
    classes: list[str] | None


def outcome_of(table: pa.Table, name: str, task: str) -> Outcome:
    array = column(table, name)
    kind = kind_of(name, array.type)
    if kind == "date":
        raise Trouble(f'"{name}" is a date; a model predicts a category, yes or no, or a number.')
    raw = values(array, kind)
    rows = raw != "" if kind == "category" else ~np.isnan(raw)
    known = raw[rows]
    if len(known) == 0:
        raise Trouble(f'No row has a value in "{name}".')
    distinct = np.unique(known)
    if len(distinct) < 2:
        raise Trouble(f'"{name}" has the same value in every row, so there is nothing to learn.')
    chosen = task if task != "auto" else infer(kind, array.type, distinct)
    if chosen == "regression":
        if kind == "category":
            raise Trouble(f'"{name}" holds text. Choose a classification, or a column of numbers.')
        return Outcome(known.astype(float), rows, chosen, "number", None)
    check_classes(name, chosen, distinct)
    type_, classes = named(kind, distinct)
    return Outcome(np.searchsorted(distinct, known), rows, chosen, type_, classes)


def infer(kind: str, type_: pa.DataType, distinct: np.ndarray) -> str:
    if kind == "number":
        is_classes = len(distinct) <= (FEW if pa.types.is_integer(type_) else 2) and whole(distinct)
        if not is_classes:
            return "regression"
    return "binary" if len(distinct) == 2 else "multiclass"


def check_classes(name: str, task: str, distinct: np.ndarray) -> None:
    if task == "binary" and len(distinct) != 2:
        raise Trouble(f'"{name}" has {len(distinct)} different values; a binary classification takes two.')
    if len(distinct) > MAX_CLASSES:
        raise Trouble(f'"{name}" has {len(distinct)} different values; a classification takes at most {MAX_CLASSES}.')


def named(kind: str, distinct: np.ndarray) -> tuple[str, list[str]]:
    if kind == "boolean":
        return "boolean", ["false", "true"]
    if kind == "category":
        return "text", [str(value) for value in distinct]
    if whole(distinct):
        return "integer", [str(int(value)) for value in distinct]
    return "number", [repr(float(value)) for value in distinct]


def whole(distinct: np.ndarray) -> bool:
    return bool(np.all(distinct == np.floor(distinct)))
