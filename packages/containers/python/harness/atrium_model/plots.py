"""What a page draws, as data: a few hundred numbers a plot, whatever the size of the table."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn import metrics as m

MAX_POINTS = 200
MAX_DOTS = 500
MAX_CURVES = 10
BINS = 10


def classification(y: np.ndarray, predicted: np.ndarray, probabilities: np.ndarray, classes: list[str]) -> dict[str, Any]:
    labels = list(range(len(classes)))
    # Of two classes, one curve says all.
    curves = labels[1:] if len(classes) == 2 else labels[:MAX_CURVES]
    return {
        "roc": [roc(y == k, probabilities[:, k], classes[k]) for k in curves if has_both(y == k)],
        "precisionRecall": [precision_recall(y == k, probabilities[:, k], classes[k]) for k in curves if has_both(y == k)],
        "confusion": {"labels": classes, "counts": m.confusion_matrix(y, predicted, labels=labels).tolist()},
        "calibration": calibration(y, probabilities),
    }


def has_both(hits: np.ndarray) -> bool:
    return bool(hits.any() and not hits.all())


def roc(hits: np.ndarray, scores: np.ndarray, label: str) -> dict[str, Any]:
    x, y, _ = m.roc_curve(hits, scores)
    return {"label": label, "area": float(m.auc(x, y)), "points": thinned(x, y)}


def precision_recall(hits: np.ndarray, scores: np.ndarray, label: str) -> dict[str, Any]:
    precision, recall, _ = m.precision_recall_curve(hits, scores)
    area = float(m.average_precision_score(hits, scores))
    return {"label": label, "area": area, "points": thinned(recall[::-1], precision[::-1])}


def calibration(y: np.ndarray, probabilities: np.ndarray) -> list[dict[str, float]]:
    """How often it is so when the model says so with this probability: of the second class of two, else of the likeliest."""
    binary = probabilities.shape[1] == 2
    scores = probabilities[:, 1] if binary else probabilities.max(axis=1)
    hits = y == 1 if binary else y == probabilities.argmax(axis=1)
    bins = np.clip((scores * BINS).astype(int), 0, BINS - 1)
    return [
        {
            "predicted": float(scores[bins == b].mean()),
            "observed": float(hits[bins == b].mean()),
            "rows": int((bins == b).sum()),
        }
        for b in range(BINS)
        if (bins == b).any()
    ]


def regression(y: np.ndarray, predicted: np.ndarray, seed: int) -> dict[str, Any]:
    chosen = np.arange(len(y))
    if len(y) > MAX_DOTS:
        chosen = np.sort(np.random.default_rng(seed).choice(len(y), MAX_DOTS, replace=False))
    counts, edges = np.histogram(y - predicted, bins=min(30, max(5, int(np.sqrt(len(y))))))
    return {
        "predictedActual": [[float(y[i]), float(predicted[i])] for i in chosen],
        "residuals": {"edges": edges.tolist(), "counts": counts.tolist()},
    }


def thinned(x: np.ndarray, y: np.ndarray) -> list[list[float]]:
    """A curve's ends, and so many of its points between that it looks the same."""
    chosen = np.unique(np.linspace(0, len(x) - 1, min(len(x), MAX_POINTS)).round().astype(int))
    return [[round(float(x[i]), 6), round(float(y[i]), 6)] for i in chosen]
