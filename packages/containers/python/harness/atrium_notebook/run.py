"""From the notebook that was given to the one that was executed."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import atrium_job
import nbformat
from nbclient.exceptions import CellExecutionError, DeadKernelError

from .client import LocalClient, Notebook, settle
from .collect import collect
from .inject import inject
from .kernel import Kernel
from .trouble import trouble

SECONDS_TO_START = 60
FIRST_LINE = 80


def run(kernel: Kernel) -> None:
    job = atrium_job.load()
    notebook = read(Path(job["source"]["path"]))
    refuse_other_languages(notebook)
    inject(notebook, job["inputs"])
    asyncio.run(execute(kernel, notebook, job["source"]["fileName"]))


def read(path: Path) -> Any:
    """Of any version that there was, as the version of today."""
    notebook = nbformat.read(path, as_version=4)
    if notebook.nbformat_minor < 5:
        notebook = nbformat.v4.upgrade(notebook, from_version=4, from_minor=notebook.nbformat_minor)
        notebook.metadata.pop("orig_nbformat_minor", None)
    return nbformat.validator.normalize(notebook)[1]


def refuse_other_languages(notebook: Any) -> None:
    metadata = notebook.metadata
    named = metadata.get("kernelspec", {}).get("language") or metadata.get("language_info", {}).get("name")
    if named and named.lower() not in ("python", "ipython", "python3"):
        atrium_job.fail(f"This notebook is written in {named}, and there is a kernel for Python only.")
        sys.exit(0)


async def execute(kernel: Kernel, notebook: Any, name: str) -> None:
    client = Notebook(notebook, timeout=None, record_timing=True)
    await connect(client, kernel)
    cells = [(index, cell) for index, cell in enumerate(notebook.cells) if is_run(cell)]
    for _, cell in cells:
        cell.outputs, cell.execution_count = [], None
    error = None
    for done, (index, cell) in enumerate(cells):
        atrium_job.report(done / len(cells), "Run cells", f"Cell {done + 1} of {len(cells)}: {first_line(cell)}")
        error = await execute_cell(client, cell, index)
        if error:
            break
    outputs: list[dict[str, Any]] = []
    if not error:
        outputs, error = await collect(client)
    atrium_job.report(1, "Save")
    outputs = [save(notebook, name), *outputs]
    if error:
        atrium_job.fail(**error, outputs=outputs)
    else:
        atrium_job.finish(outputs)


async def connect(client: Notebook, kernel: Kernel) -> None:
    client.kc = LocalClient(kernel)
    client.kc.start_channels(stdin=False, hb=False)
    await client.kc.wait_for_ready(timeout=SECONDS_TO_START)
    client.kc.allow_stdin = False
    reply = await client.async_wait_for_reply(client.kc.kernel_info())
    if reply:
        client.nb.metadata["language_info"] = reply["content"]["language_info"]


def is_run(cell: Any) -> bool:
    return cell.cell_type == "code" and cell.source.strip() != ""


def first_line(cell: Any) -> str:
    return next(line for line in cell.source.splitlines() if line.strip())[:FIRST_LINE]


async def execute_cell(client: Notebook, cell: Any, index: int) -> dict[str, Any] | None:
    try:
        await client.async_execute_cell(cell, index)
    except CellExecutionError:
        return trouble(cell)
    except DeadKernelError:
        # The sandbox says more, when it was a limit.
        return {"message": f"The kernel ended at this cell: {first_line(cell)}"}
    finally:
        settle(cell)
    return None


def save(notebook: Any, name: str) -> dict[str, Any]:
    nbformat.validate(notebook)
    path = f"outputs/{name}"
    nbformat.write(notebook, path)
    return {
        "name": next(one["name"] for one in atrium_job.load()["outputs"] if one["type"] == "notebook"),
        "type": "notebook",
        "path": path,
        "fileName": name,
        "contentType": "application/x-ipynb+json",
    }
