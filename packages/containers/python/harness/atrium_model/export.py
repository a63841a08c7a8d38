from __future__ import annotations

import json
from typing import Any

import numpy as np
import onnxruntime
import pandas as pd
from lightgbm import LGBMClassifier, LGBMRegressor
from onnxmltools.convert.lightgbm.operator_converters.LightGbm import convert_lightgbm
from skl2onnx import convert_sklearn, update_registered_converter
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from skl2onnx.common.shape_calculator import (
    calculate_linear_classifier_output_shapes,
    calculate_linear_regressor_output_shapes,
)
from sklearn.pipeline import Pipeline

from .columns import Feature
from .trouble import Trouble

TARGET = {"": 17, "ai.onnx.ml": 3}
# Beyond this the two would give people different answers. ONNX computes in single precision: some 1e-7 is usual.
MAX_DIFFERENCE = 1e-3

update_registered_converter(
    LGBMClassifier,
    "LightGbmLGBMClassifier",
    calculate_linear_classifier_output_shapes,
    convert_lightgbm,
    options={"nocl": [True, False], "zipmap": [True, False, "columns"]},
)
update_registered_converter(
    LGBMRegressor,
    "LightGbmLGBMRegressor",
    calculate_linear_regressor_output_shapes,
    convert_lightgbm,
    options={"split": None},
)


def export(model: Pipeline, features: list[Feature], task: str, about: dict[str, Any]) -> bytes:
    """The pipeline as ONNX: `numbers` (float) and `categories` (text), a column for each feature of the kind."""
    numbers = sum(not f.is_category for f in features)
    inputs: list[tuple[str, Any]] = []
    if numbers:
        inputs.append(("numbers", FloatTensorType([None, numbers])))
    if numbers < len(features):
        inputs.append(("categories", StringTensorType([None, len(features) - numbers])))
    options = None if task == "regression" else {id(model.named_steps["model"]): {"zipmap": False}}
    made = convert_sklearn(model, "model", inputs, options=options, target_opset=TARGET)
    # Whoever downloads the file learns from it what goes in and what comes out.
    entry = made.metadata_props.add()
    entry.key, entry.value = "atrium", json.dumps(about, ensure_ascii=False)
    return made.SerializeToString()


def answers(onnx: bytes, features: list[Feature], X: pd.DataFrame, task: str) -> np.ndarray:
    session = onnxruntime.InferenceSession(onnx, providers=["CPUExecutionProvider"])
    numbers = sum(not f.is_category for f in features)
    feed: dict[str, np.ndarray] = {}
    if numbers:
        feed["numbers"] = X.iloc[:, :numbers].to_numpy(np.float32)
    if numbers < len(features):
        feed["categories"] = X.iloc[:, numbers:].to_numpy(object)
    outputs = session.run(None, feed)
    return outputs[0].reshape(-1) if task == "regression" else np.asarray(outputs[1])


def compare(fitted: np.ndarray, exported: np.ndarray, task: str) -> dict[str, Any]:
    """The largest difference of a probability, or of an amount in proportion to its size."""
    size = np.maximum(1.0, np.abs(fitted)) if task == "regression" else 1.0
    largest = float(np.max(np.abs(fitted - exported) / size)) if len(fitted) else 0.0
    if not largest <= MAX_DIFFERENCE:
        raise Trouble(
            f"The exported model's answers differ from the trained one's by {largest:.2g}. "
            "Numbers that are very large and differ little are the usual reason: give them as differences from a base."
        )
    other = 0 if task == "regression" else int(np.sum(fitted.argmax(axis=1) != exported.argmax(axis=1)))
    return {"rows": len(fitted), "largest": largest, "otherClass": other}
