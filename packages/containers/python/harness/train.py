"""Trains a model from a table: `python -I -B train.py` in the folder that holds job.json."""

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import atrium_job  # noqa: E402
from atrium_model.settings import Settings  # noqa: E402
from atrium_model.trouble import Trouble  # noqa: E402


OUTPUTS = Path("outputs")


def main() -> None:
    spec = atrium_job.load()
    try:
        settings = Settings.of({one["name"]: one.get("value") for one in spec["inputs"]})
        atrium_job.report(0.02, "read", "Reading the table")
        # The libraries take two seconds to come up; what is wrong with the settings is told before.
        from atrium_model.training import train

        trained = train(atrium_job.table("table"), settings, atrium_job.report)
    except Trouble as trouble:
        atrium_job.fail(str(trouble))
        return
    OUTPUTS.mkdir(exist_ok=True)
    (OUTPUTS / "model.onnx").write_bytes(trained.onnx)
    (OUTPUTS / "details.json").write_text(json.dumps(trained.description, allow_nan=False), encoding="utf-8")
    atrium_job.finish(
        [
            left("model", "model", "model.onnx", "application/onnx"),
            left("details", "object", "details.json", "application/json"),
        ]
    )


def left(name: str, kind: str, file_name: str, content_type: str) -> dict[str, Any]:
    path = str(OUTPUTS / file_name)
    return {"name": name, "type": kind, "path": path, "contentType": content_type, "fileName": file_name}


if __name__ == "__main__":
    main()
