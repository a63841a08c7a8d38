from __future__ import annotations

import math

import numpy as np
from sklearn import metrics as m


def classification(y: np.ndarray, predicted: np.ndarray, probabilities: np.ndarray) -> dict[str, float | None]:
    """Of two classes, precision, recall and F1 are the second one's; of more, the mean over classes."""
    classes = list(range(probabilities.shape[1]))
    binary = len(classes) == 2
    average = {"average": "binary" if binary else "macro", "zero_division": 0, "labels": None if binary else classes}
    return finite(
        {
            "accuracy": m.accuracy_score(y, predicted),
            "balancedAccuracy": m.balanced_accuracy_score(y, predicted),
            "precision": m.precision_score(y, predicted, **average),
            "recall": m.recall_score(y, predicted, **average),
            "f1": m.f1_score(y, predicted, **average),
            "rocAuc": roc_auc(y, probabilities, classes),
            "logLoss": m.log_loss(y, probabilities, labels=classes),
        }
    )


def roc_auc(y: np.ndarray, probabilities: np.ndarray, classes: list[int]) -> float | None:
    """None where the test rows lack a class: there is no curve of it."""
    if len(np.unique(y)) < len(classes):
        return None
    if len(classes) == 2:
        return m.roc_auc_score(y, probabilities[:, 1])
    return m.roc_auc_score(y, probabilities, multi_class="ovr", labels=classes)


def regression(y: np.ndarray, predicted: np.ndarray) -> dict[str, float | None]:
    return finite(
        {
            "r2": m.r2_score(y, predicted) if len(y) > 1 else None,
            "rmse": m.root_mean_squared_error(y, predicted),
            "mae": m.mean_absolute_error(y, predicted),
            "medianAe": m.median_absolute_error(y, predicted),
        }
    )


def finite(values: dict[str, float | None]) -> dict[str, float | None]:
    """JSON has no infinity."""
    return {name: float(v) if v is not None and math.isfinite(v) else None for name, v in values.items()}
