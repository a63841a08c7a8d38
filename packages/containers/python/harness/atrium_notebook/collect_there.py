"""Runs in the kernel, after the last cell."""

import json
import os
from pathlib import Path
from typing import Any

from atrium_job.outputs import Unfit, collect


def write(variables: dict[str, Any], folder: str, answer: str) -> None:
    os.chdir(folder)
    outputs: list[dict[str, Any]] = []
    problem = None
    try:
        outputs = collect(variables)
    except Unfit as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 – any value's own code may be called to write it
        problem = f"An output could not be written: {type(error).__name__}: {error}"
    Path(answer).write_text(json.dumps({"outputs": outputs, "problem": problem}, allow_nan=False), encoding="utf-8")
