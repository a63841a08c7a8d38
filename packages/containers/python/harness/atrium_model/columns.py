from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from .trouble import Trouble

DAY_US = 86_400_000_000
# More kinds of text than this are not told apart: the rarer ones count as unknown.
MAX_CATEGORIES = 100


@dataclass(frozen=True)
class Feature:
    """A column as the model takes it. Numbers, booleans and dates are numbers; text is a category."""

    name: str
    kind: str  # number | boolean | date | category
    # Of dates, the day that counts as 0: models compute in single precision, where a day since 1970 has no minutes.
    base: float = 0

    @property
    def is_category(self) -> bool:
        return self.kind == "category"


def feature_of(table: pa.Table, name: str) -> Feature:
    array = column(table, name)
    kind = kind_of(name, array.type)
    return Feature(name, kind, first_day(array) if kind == "date" else 0)


def first_day(array: pa.ChunkedArray) -> float:
    days = values(array, "date")
    return 0 if np.isnan(days).all() else float(np.floor(np.nanmin(days)))


def column(table: pa.Table, name: str) -> pa.ChunkedArray:
    if name not in table.column_names:
        raise Trouble(f'The table has no column "{name}".')
    return table.column(name)


def kind_of(name: str, type_: pa.DataType) -> str:
    if pa.types.is_dictionary(type_):
        return kind_of(name, type_.value_type)
    if pa.types.is_boolean(type_):
        return "boolean"
    if pa.types.is_integer(type_) or pa.types.is_floating(type_) or pa.types.is_decimal(type_):
        return "number"
    if pa.types.is_date(type_) or pa.types.is_timestamp(type_):
        return "date"
    if pa.types.is_string(type_) or pa.types.is_large_string(type_):
        return "category"
    raise Trouble(f'The column "{name}" is of a type that models can\'t take ({type_}).')


def ordered(features: list[Feature]) -> list[Feature]:
    """Numbers first, then categories: the two inputs of the ONNX model."""
    return [f for f in features if not f.is_category] + [f for f in features if f.is_category]


def frame(table: pa.Table, features: list[Feature]) -> pd.DataFrame:
    """The features in the order given. Missing: NaN in numbers, an empty text in categories."""
    return pd.DataFrame({f.name: feature_values(table, f) for f in features})


def feature_values(table: pa.Table, feature: Feature) -> np.ndarray:
    given = values(column(table, feature.name), feature.kind)
    return given - feature.base if feature.kind == "date" else given


def values(array: pa.ChunkedArray, kind: str) -> np.ndarray:
    if pa.types.is_dictionary(array.type):
        array = array.cast(array.type.value_type)
    if kind == "category":
        return pc.fill_null(array, "").to_numpy(zero_copy_only=False).astype(object)
    if kind == "date":
        micros = pc.cast(array.cast(pa.timestamp("us", getattr(array.type, "tz", None))), pa.int64())
        return floats(micros) / DAY_US
    return floats(pc.cast(array, pa.uint8()) if kind == "boolean" else array)


def floats(array: pa.ChunkedArray) -> np.ndarray:
    return pc.cast(array, pa.float64(), safe=False).to_numpy(zero_copy_only=False)


def categories(column: pd.Series) -> list[str]:
    """The most frequent values of a category, in order. The others are unknown to the model."""
    frequent = column.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return sorted(frequent.index[:MAX_CATEGORIES])
