"""Only for tests: the measures of models of scikit-learn's own tables, by the harness and by a script as anybody writes it."""

import json
import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "harness"))
warnings.simplefilter("ignore")

import numpy as np  # noqa: E402
import pyarrow as pa  # noqa: E402
from atrium_model.settings import Settings  # noqa: E402
from atrium_model.training import train  # noqa: E402
from sklearn import datasets  # noqa: E402
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor  # noqa: E402
from sklearn.linear_model import LinearRegression, LogisticRegression  # noqa: E402
from sklearn.metrics import accuracy_score, f1_score, log_loss, mean_absolute_error, r2_score  # noqa: E402
from sklearn.metrics import root_mean_squared_error  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

SEED = 7
# Each table by one method, one by both: all of them together take a minute.
METHODS = {"iris": ("linear", "forest"), "breast_cancer": ("linear",), "diabetes": ("linear",)}


def plain_classes(X, y, method):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=SEED, stratify=y)
    linear = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, random_state=SEED))
    model = linear if method == "linear" else RandomForestClassifier(n_estimators=100, random_state=SEED)
    model.fit(X_train, y_train)
    predicted = model.predict(X_test)
    average = "binary" if len(np.unique(y)) == 2 else "macro"
    return {
        "accuracy": accuracy_score(y_test, predicted),
        "f1": f1_score(y_test, predicted, average=average),
        "logLoss": log_loss(y_test, model.predict_proba(X_test)),
    }


def plain_amounts(X, y, method):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=SEED)
    linear = make_pipeline(StandardScaler(), LinearRegression())
    model = linear if method == "linear" else RandomForestRegressor(n_estimators=100, random_state=SEED)
    predicted = model.fit(X_train, y_train).predict(X_test)
    return {
        "r2": r2_score(y_test, predicted),
        "rmse": root_mean_squared_error(y_test, predicted),
        "mae": mean_absolute_error(y_test, predicted),
    }


def compared(name, method):
    bunch = getattr(datasets, f"load_{name}")()
    features = [str(feature) for feature in bunch.feature_names]
    table = pa.table({**{f: bunch.data[:, i] for i, f in enumerate(features)}, "target": bunch.target})
    inputs = {"features": features, "outcome": "target", "method": method, "seed": SEED}
    made = train(table, Settings.of(inputs), lambda *_: None).description
    plain = plain_amounts if name == "diabetes" else plain_classes
    theirs = plain(bunch.data, bunch.target, method)
    return {
        "name": f"{name} {method}",
        "ours": {measure: made["metrics"][measure] for measure in theirs},
        "theirs": {measure: float(value) for measure, value in theirs.items()},
        "difference": made["difference"]["largest"],
    }


if __name__ == "__main__":
    print(json.dumps([compared(table, method) for table in METHODS for method in METHODS[table]]))
