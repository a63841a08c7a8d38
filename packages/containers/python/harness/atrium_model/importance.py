from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from sklearn.inspection import permutation_importance
from sklearn.pipeline import Pipeline

MAX_ROWS = 2_000
REPEATS = 5


def importance(model: Pipeline, X: pd.DataFrame, y: np.ndarray, scoring: str, seed: int) -> list[dict[str, Any]]:
    """How much worse the model's answers to test rows get when one column is shuffled."""
    if len(X) > MAX_ROWS:
        rows = np.random.default_rng(seed).choice(len(X), MAX_ROWS, replace=False)
        X, y = X.iloc[rows], y[rows]
    found = permutation_importance(model, X, y, scoring=scoring, n_repeats=REPEATS, random_state=seed)
    items = [
        {"feature": name, "mean": float(mean), "deviation": float(deviation)}
        for name, mean, deviation in zip(X.columns, found.importances_mean, found.importances_std)
    ]
    return sorted(items, key=lambda item: -item["mean"])
