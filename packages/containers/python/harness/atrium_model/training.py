from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline

from . import metrics, plots
from .columns import Feature, categories, feature_of, frame, ordered
from .export import answers, compare, export
from .importance import importance
from .methods import METHODS, estimator, needs_imputation, pipeline
from .outcome import Outcome, outcome_of
from .precision import single_thresholds
from .search import Report, Try, scoring_of, search
from .settings import Settings
from .trouble import Trouble

MIN_ROWS = 10


@dataclass(frozen=True)
class Trained:
    onnx: bytes
    description: dict[str, Any]


@dataclass(frozen=True)
class Parts:
    """Rows to learn from and rows to be tested by."""

    X: pd.DataFrame
    y: np.ndarray
    X_test: pd.DataFrame
    y_test: np.ndarray
    stratified: bool


def train(table: pa.Table, settings: Settings, report: Report) -> Trained:
    features = ordered([feature_of(table, name) for name in dict.fromkeys(settings.features)])
    outcome = outcome_of(table, settings.outcome, settings.task)
    X = frame(table, features)[outcome.rows]
    if len(X) < MIN_ROWS:
        raise Trouble(f'Only {len(X)} rows have a value in "{settings.outcome}"; {MIN_ROWS} are the least to learn from.')
    parts = split(X, outcome, settings)
    report(0.1, "learn", f"Learning from {len(parts.X)} rows, {len(parts.X_test)} are kept for the test")

    def make(method: str, parameters: Mapping[str, Any]) -> Pipeline:
        chosen = settings
        if needs_imputation(method, settings, features, X):
            if settings.method != "auto":
                raise Trouble(f'The method "{method}" takes no missing values. Choose how to fill them.')
            chosen = Settings(**{**vars(settings), "imputation": "mean"})
        return pipeline(method, parameters, outcome.task, chosen, features, parts.X)

    method, parameters, tries = choose(make, parts, outcome, settings, report)
    report(0.6, "fit", f"Fitting {method}")
    began = time.monotonic()
    model = single_thresholds(make(method, parameters).fit(parts.X, parts.y))
    seconds = time.monotonic() - began

    report(0.75, "test", "Testing")
    fitted, measured, drawn = judge(model, parts, outcome, settings)
    report(0.85, "export", "Writing ONNX and comparing its answers")
    about = {"task": outcome.task, "outcome": outcome_about(settings, outcome), "features": feature_about(features, parts.X)}
    onnx = export(model, features, outcome.task, about)
    difference = compare(fitted, answers(onnx, features, parts.X_test, outcome.task), outcome.task)
    description = {
        **about,
        "method": method,
        "parameters": used(method, outcome.task, parameters, settings),
        "settings": chosen_settings(settings),
        "rows": {"train": len(parts.X), "test": len(parts.X_test), "left": int((~outcome.rows).sum())},
        "stratified": parts.stratified,
        "seconds": round(seconds, 3),
        "metrics": measured,
        "plots": drawn,
        "tries": [one.describe((one.method, one.parameters) == (method, parameters)) for one in tries],
        "difference": difference,
    }
    report(1.0, "export", f"The exported model's answers differ by at most {difference['largest']:.1e}")
    return Trained(onnx, description)


def split(X: pd.DataFrame, outcome: Outcome, settings: Settings) -> Parts:
    """Keeps the shares of classes, unless one of them has a single row, which can't be on both sides."""
    classes = outcome.task != "regression"
    stratified = classes and settings.stratify and int(np.bincount(outcome.y).min()) >= 2
    try:
        X_train, X_test, y_train, y_test = train_test_split(
            X,
            outcome.y,
            test_size=settings.test_share,
            random_state=settings.seed,
            stratify=outcome.y if stratified else None,
        )
    except ValueError as error:
        raise Trouble(f"The rows can't be parted so: {error}") from error
    if classes and len(np.unique(y_train)) < len(outcome.classes or []):
        raise Trouble("A class has no row among those to learn from. Keep fewer rows for the test, or stratify.")
    return Parts(X_train, y_train, X_test, y_test, stratified)


def choose(
    make: Any, parts: Parts, outcome: Outcome, settings: Settings, report: Report
) -> tuple[str, Mapping[str, Any], list[Try]]:
    if settings.method != "auto":
        return settings.method, settings.parameters, []
    found, tries = search(make, parts.X, parts.y, outcome.task, settings.seed, settings.seconds, report)
    return found.method, found.parameters, tries


def judge(
    model: Pipeline, parts: Parts, outcome: Outcome, settings: Settings
) -> tuple[np.ndarray, dict[str, Any], dict[str, Any]]:
    """What the model answers to the test rows, what that is worth, and what of it is drawn."""
    weights = importance(model, parts.X_test, parts.y_test, scoring_of_test(parts, outcome), settings.seed)
    predicted = model.predict(parts.X_test)
    if outcome.task == "regression":
        drawn = plots.regression(parts.y_test, predicted, settings.seed)
        return predicted, metrics.regression(parts.y_test, predicted), {**drawn, "importance": weights}
    probabilities = model.predict_proba(parts.X_test)
    drawn = plots.classification(parts.y_test, predicted, probabilities, outcome.classes or [])
    measured = metrics.classification(parts.y_test, predicted, probabilities)
    return probabilities, measured, {**drawn, "importance": weights}


def scoring_of_test(parts: Parts, outcome: Outcome) -> str:
    """The measure of the search, where the test rows know every class."""
    if outcome.task == "regression" or len(np.unique(parts.y_test)) == len(outcome.classes or []):
        return scoring_of(outcome.task)
    return "accuracy"


def outcome_about(settings: Settings, outcome: Outcome) -> dict[str, Any]:
    return {"name": settings.outcome, "type": outcome.type, "classes": outcome.classes}


def feature_about(features: list[Feature], X: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {"name": f.name, "kind": f.kind, "base": f.base, "categories": categories(X[f.name]) if f.is_category else None}
        for f in features
    ]


def used(method: str, task: str, parameters: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Every parameter the method ran with, so that another program can repeat it."""
    all_ = estimator(method, task, parameters, settings.seed).get_params(deep=False)
    machine = {"n_jobs", "verbose", "force_col_wise"}
    plain = {name: value for name, value in all_.items() if name not in machine and value not in (None, "deprecated")}
    return {"scaled": METHODS[method].scales, **{n: v for n, v in plain.items() if isinstance(v, (bool, int, float, str))}}


def chosen_settings(settings: Settings) -> dict[str, Any]:
    return {
        "method": settings.method,
        "parameters": dict(settings.parameters),
        "task": settings.task,
        "imputation": settings.imputation,
        "testShare": settings.test_share,
        "seed": settings.seed,
        "stratify": settings.stratify,
        "seconds": settings.seconds,
    }
