from __future__ import annotations

import re

import numpy as np
from lightgbm import Booster
from sklearn.pipeline import Pipeline


def single_thresholds(model: Pipeline) -> Pipeline:
    """
    Rounds the thresholds of a boosted model down to single precision. For numbers of that precision the answers stay the
    same, and ONNX, which would round to the nearest, can't send a row to the other side.
    """
    learned = model.named_steps["model"]
    if not hasattr(learned, "booster_"):
        return model
    # The sizes are those of the text as it was; without them LightGBM reads tree after tree.
    text = re.sub(r"(?m)^tree_sizes=.*\n", "", learned.booster_.model_to_string())
    learned._Booster = Booster(model_str=re.sub(r"(?m)^(threshold=)(.*)$", lambda m: m[1] + rounded(m[2]), text))
    return model


def rounded(thresholds: str) -> str:
    return " ".join(repr(float(floor(float(one)))) for one in thresholds.split())


def floor(value: float) -> np.float32:
    nearest = np.float32(value)
    return nearest if float(nearest) <= value else np.nextafter(nearest, np.float32(-np.inf))
