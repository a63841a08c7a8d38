"""Trains a model from a table: `python -I -B train.py` in the folder that holds job.json."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import atrium_job  # noqa: E402
from atrium_model.settings import Settings  # noqa: E402
from atrium_model.trouble import Trouble  # noqa: E402


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
    with open("outputs/model.onnx", "wb") as file:
        file.write(trained.onnx)
    atrium_job.finish(
        [
            {
                "name": "model",
                "type": "model",
                "path": "outputs/model.onnx",
                "contentType": "application/onnx",
                "fileName": "model.onnx",
                "value": trained.description,
            }
        ]
    )


if __name__ == "__main__":
    main()
