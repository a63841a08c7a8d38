"""The cell that gives a notebook the inputs of its run, after papermill's convention."""

from __future__ import annotations

import math
import os
from typing import Any

PARAMETERS = "parameters"
INJECTED = "injected-parameters"


def inject(notebook: Any, inputs: list[dict[str, Any]]) -> None:
    """After the cell tagged `parameters`, in the place of one injected before, or at the top."""
    from nbformat.v4 import new_code_cell

    source = source_of(inputs)
    if source is None:
        return
    cells = notebook.cells
    cells[:] = [cell for cell in cells if INJECTED not in tags(cell)]
    at = next((index + 1 for index, cell in enumerate(cells) if PARAMETERS in tags(cell)), 0)
    cells.insert(at, new_code_cell(source, metadata={"tags": [INJECTED]}))


def tags(cell: Any) -> list[str]:
    found = cell.get("metadata", {}).get("tags", [])
    return found if isinstance(found, list) else []


def source_of(inputs: list[dict[str, Any]]) -> str | None:
    """Data stay in their files; the cell says how they are opened."""
    if not inputs:
        return None
    given = [(entry["name"].replace(".", "_"), *expression(entry)) for entry in inputs]
    modules = sorted({module for _, _, module in given if module})
    imports = [f"import {module}" for module in modules]
    return "\n".join(["# Parameters of this run", *imports, *(f"{name} = {text}" for name, text, _ in given)])


def expression(entry: dict[str, Any]) -> tuple[str, str | None]:
    """The value as Python writes it, and the module that this needs."""
    kind, value = entry["type"], entry.get("value")
    if kind == "dataframe" and "path" in entry:
        return f"atrium_job.frame({entry['name']!r})", "atrium_job"
    if kind == "blob" and "path" in entry:
        return f"pathlib.Path({os.path.abspath(entry['path'])!r}).read_bytes()", "pathlib"
    if "path" in entry:
        return repr(os.path.abspath(entry["path"])), None
    if kind == "datetime" and isinstance(value, str):
        return f"datetime.datetime.fromisoformat({value!r})", "datetime"
    if kind == "bigint" and isinstance(value, str):
        return str(int(value)), None
    if kind == "double" and isinstance(value, int) and not isinstance(value, bool):
        return repr(float(value)), None
    return literal(value), None


def literal(value: Any) -> str:
    """Python's own text of a JSON value; `nan` and `inf` have no literal."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"float({str(value)!r})"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {literal(held)}' for key, held in value.items())}}}"
    return repr(value)
