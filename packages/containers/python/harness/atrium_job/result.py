"""`outputs/result.json`: what the job came to. Whoever writes it ends with exit code 0, also when the code failed."""

import json
import os
from pathlib import Path
from typing import Any

RESULT = Path("outputs/result.json")


def finish(outputs: list[dict[str, Any]]) -> None:
    """Each output is `{name, type, value}`, or `{name, type, path, contentType, fileName}` with a file below `outputs/`."""
    _write({"outputs": outputs})


def fail(
    message: str,
    line: int | None = None,
    traceback: str | None = None,
    outputs: list[dict[str, Any]] | None = None,
) -> None:
    """The message is shown as it stands, so it says the line, too: `line 12: ValueError: …`. Outputs are kept all the same."""
    error: dict[str, Any] = {"message": message}
    if line is not None:
        error["line"] = line
    if traceback is not None:
        error["traceback"] = traceback
    _write({"outputs": outputs or [], "error": error})


def _write(result: dict[str, Any]) -> None:
    RESULT.parent.mkdir(exist_ok=True)
    unfinished = RESULT.with_suffix(".part")
    unfinished.write_text(json.dumps(result, allow_nan=False), encoding="utf-8")
    os.replace(unfinished, RESULT)
