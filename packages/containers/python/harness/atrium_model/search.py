from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.metrics import get_scorer
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.pipeline import Pipeline

FOLDS = 5
# Tries are compared on at most so many rows; the best learns from all of them.
MAX_ROWS = 20_000

Report = Callable[[float, str, str], None]
Make = Callable[[str, Mapping[str, Any]], Pipeline]

FIRST = [("linear", {}), ("boosting", {}), ("forest", {})]
VARIANTS: Mapping[str, Mapping[str, list[Any]]] = {
    "linear": {"C": [0.01, 0.1, 10.0, 100.0]},
    "boosting": {"n_estimators": [50, 200, 400], "num_leaves": [7, 15, 63], "learning_rate": [0.03, 0.05, 0.2]},
    "forest": {"n_estimators": [200, 300], "min_samples_leaf": [2, 5, 10], "max_features": [0.33, 0.66, "sqrt"]},
}


@dataclass
class Try:
    method: str
    parameters: Mapping[str, Any]
    scores: list[float] = field(default_factory=list)
    seconds: float = 0

    @property
    def is_complete(self) -> bool:
        return len(self.scores) == FOLDS

    @property
    def score(self) -> float:
        return float(np.mean(self.scores))

    def describe(self, chosen: bool) -> dict[str, Any]:
        return {
            "method": self.method,
            "parameters": dict(self.parameters),
            "score": self.score if self.is_complete else None,
            "deviation": float(np.std(self.scores)) if self.is_complete else None,
            "seconds": round(self.seconds, 3),
            "chosen": chosen,
        }


def scoring_of(task: str) -> str:
    return "r2" if task == "regression" else "neg_log_loss"


def search(
    make: Make, X: pd.DataFrame, y: np.ndarray, task: str, seed: int, seconds: float, report: Report
) -> tuple[Try, list[Try]]:
    """Tries methods in a fixed order, then variants of the best, until the time is over. The first is always finished."""
    rows = np.arange(len(X))
    if len(X) > MAX_ROWS:
        rows = np.random.default_rng(seed).choice(len(X), MAX_ROWS, replace=False)
    X, y = X.iloc[rows], y[rows]
    end = time.monotonic() + seconds
    tries: list[Try] = []
    for method, parameters in candidates(tries, task, seed):
        now = Try(method, parameters)
        cross_validate(now, make(method, parameters), X, y, task, seed, end if tries else None)
        tries.append(now)
        used = min(1.0, 1 - (end - time.monotonic()) / max(seconds, 1e-9))
        report(0.1 + 0.5 * used, "search", told(now))
        if time.monotonic() >= end:
            break
    return best(tries), tries


def candidates(tries: list[Try], task: str, seed: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from FIRST
    method = best(tries).method
    random = np.random.default_rng(seed)
    options = {} if (method, task) == ("linear", "regression") else VARIANTS[method]
    seen = [dict(one.parameters) for one in tries if one.method == method]
    for _ in range(40 if options else 0):
        drawn = {name: choices[random.integers(len(choices))] for name, choices in options.items()}
        if drawn not in seen:
            seen.append(drawn)
            yield method, drawn


def best(tries: list[Try]) -> Try:
    return max((one for one in tries if one.is_complete), key=lambda one: one.score)


def cross_validate(
    now: Try, model: Pipeline, X: pd.DataFrame, y: np.ndarray, task: str, seed: int, end: float | None
) -> None:
    """Stops between folds when the time is over; such a try has no score."""
    began = time.monotonic()
    kind = KFold if task == "regression" or np.bincount(y).min() < FOLDS else StratifiedKFold
    scorer = get_scorer(scoring_of(task))
    for train, test in kind(FOLDS, shuffle=True, random_state=seed).split(X, y):
        if end is not None and time.monotonic() >= end:
            break
        fitted = clone(model).fit(X.iloc[train], y[train])
        now.scores.append(float(scorer(fitted, X.iloc[test], y[test])))
    now.seconds = time.monotonic() - began


def told(now: Try) -> str:
    extra = ", ".join(f"{name} {value}" for name, value in now.parameters.items())
    result = f"score {now.score:.4f}" if now.is_complete else "not finished in time"
    return f"{now.method}{f' ({extra})' if extra else ''}: {result} in {now.seconds:.1f} s"
