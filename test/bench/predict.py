"""Makes the tables of the predict bench, and does its work as a plain script does: read, predict, write."""

import json
import sys
import time

import lightgbm
import numpy as np
import pandas as pd

FEATURES = [f"x{i}" for i in range(10)]


def make(folder: str, rows: int) -> None:
    random = np.random.default_rng(1)
    for name, count in (("small", 20_000), ("large", rows)):
        frame = pd.DataFrame(random.normal(size=(count, len(FEATURES))), columns=FEATURES)
        noise = random.normal(size=count)
        frame["y"] = np.where(frame.x0 + frame.x1 * frame.x2 + 0.5 * noise > 0, "yes", "no")
        frame.to_parquet(f"{folder}/{name}.parquet", compression="zstd")


def plain(folder: str) -> dict[str, float]:
    began = time.perf_counter()
    small = pd.read_parquet(f"{folder}/small.parquet")
    model = lightgbm.LGBMClassifier(random_state=1, verbose=-1).fit(small[FEATURES].to_numpy(np.float32), small.y)
    fitted = time.perf_counter()
    large = pd.read_parquet(f"{folder}/large.parquet")
    answers = model.predict_proba(large[FEATURES].to_numpy(np.float32))
    large["predicted_y"] = model.classes_[answers.argmax(axis=1)]
    for place, name in enumerate(model.classes_):
        large[f"probability_{name}"] = answers[:, place]
    large.to_parquet(f"{folder}/plain.parquet", compression="zstd")
    return {"trainMs": (fitted - began) * 1000, "predictMs": (time.perf_counter() - fitted) * 1000}


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        print(json.dumps(plain(sys.argv[2])))
