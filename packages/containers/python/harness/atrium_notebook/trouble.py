"""What went wrong in a cell, in words."""

from __future__ import annotations

import re
from typing import Any

COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
MESSAGE_CHARACTERS = 1_000
TRACEBACK_CHARACTERS = 20_000


def trouble(cell: Any) -> dict[str, Any] | None:
    """The error that stands in the cell's outputs."""
    error = next((output for output in cell.outputs if output.output_type == "error"), None)
    if error is None:
        return None
    traceback = COLOURS.sub("", "\n".join(error.traceback))
    line = line_of(traceback, cell.execution_count)
    at = f"cell {cell.execution_count}" + (f", line {line}" if line else "")
    said = f"{error.ename}: {error.evalue}" if error.evalue else error.ename
    return {"message": f"{at}: {said}"[:MESSAGE_CHARACTERS], "line": line, "traceback": traceback[-TRACEBACK_CHARACTERS:]}


def line_of(traceback: str, cell: int | None) -> int | None:
    """The line of this cell, not of a function of an earlier one that it called."""
    found = re.search(rf"(?:Cell |Input )In ?\[{cell}\],? line:? ?(\d+)", traceback)
    return int(found[1]) if found else None
