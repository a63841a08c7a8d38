from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier, LGBMRegressor
from skl2onnx.sklapi import CastTransformer
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from .columns import Feature, categories
from .settings import Settings
from .trouble import Trouble


@dataclass(frozen=True)
class Method:
    """
    How to learn. `takes_missing`: needs no imputation; `scales`: numbers are brought to one size first; `single`: learns
    from numbers in single precision, as ONNX gives them (a forest does so by itself).
    """

    classifier: Callable[..., Any]
    regressor: Callable[..., Any]
    defaults: Mapping[str, Any]
    scales: bool = False
    takes_missing: bool = False
    single: bool = False


def logistic(random_state: int, n_jobs: int, **parameters: Any) -> LogisticRegression:
    return LogisticRegression(random_state=random_state, **{"max_iter": 1000, **parameters})


def least_squares(random_state: int, n_jobs: int, **parameters: Any) -> LinearRegression:
    return LinearRegression(**parameters)


# Without these, what LightGBM answers depends on how many processors there are.
REPEATABLE = {"deterministic": True, "force_col_wise": True, "verbose": -1}

METHODS: Mapping[str, Method] = {
    "linear": Method(logistic, least_squares, {}, scales=True),
    "forest": Method(RandomForestClassifier, RandomForestRegressor, {"n_estimators": 100}),
    "boosting": Method(LGBMClassifier, LGBMRegressor, REPEATABLE, takes_missing=True, single=True),
}


def estimator(method: str, task: str, parameters: Mapping[str, Any], seed: int) -> Any:
    chosen = METHODS[method]
    make = chosen.regressor if task == "regression" else chosen.classifier
    try:
        made = make(**{**chosen.defaults, "random_state": seed, "n_jobs": processors(), **parameters})
        unknown = set(parameters) - set(made.get_params())
    except TypeError:
        unknown = set(parameters)
    if unknown:
        raise Trouble(f"The method takes no such parameter: {', '.join(sorted(unknown))}.")
    return made


def pipeline(
    method: str, parameters: Mapping[str, Any], task: str, settings: Settings, features: list[Feature], X: pd.DataFrame
) -> Pipeline:
    """Imputation and scaling of numbers, one column for each category, then the method."""
    names = range(len(features))
    numbers = [i for i in names if not features[i].is_category]
    texts = [i for i in names if features[i].is_category]
    steps = []
    if numbers:
        steps.append(("numbers", numeric(METHODS[method], settings.imputation), numbers))
    if texts:
        known = [categories(X.iloc[:, i]) for i in texts]
        encoder = OneHotEncoder(categories=known, handle_unknown="ignore", sparse_output=False)
        steps.append(("categories", encoder, texts))
    return Pipeline([("columns", ColumnTransformer(steps)), ("model", estimator(method, task, parameters, settings.seed))])


def numeric(method: Method, imputation: str) -> Any:
    steps: list[tuple[str, Any]] = []
    if imputation != "none":
        steps.append(("impute", SimpleImputer(strategy=imputation, keep_empty_features=True)))
    if method.scales:
        steps.append(("scale", StandardScaler()))
    if method.single:
        steps.append(("single", CastTransformer(dtype=np.float32)))
    return Pipeline(steps) if steps else "passthrough"


def needs_imputation(method: str, settings: Settings, features: list[Feature], X: pd.DataFrame) -> bool:
    """Whether numbers are missing that the method can't do without and nobody said how to fill."""
    if settings.imputation != "none" or METHODS[method].takes_missing:
        return False
    return any(X[f.name].isna().any() for f in features if not f.is_category)


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
