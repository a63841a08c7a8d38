"""The declared outputs, which only the kernel has: it writes them itself, and says in a file what it wrote."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from nbclient.exceptions import DeadKernelError

from .client import Notebook

ANSWER = Path("outputs/.collected.json")
# Whatever folder the cells have gone to, and however they have called their variables.
CODE = "__import__('atrium_notebook.collect_there', fromlist=['write']).write(globals(), {folder!r}, {answer!r})"


async def collect(client: Notebook) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    assert client.kc is not None
    code = CODE.format(folder=os.getcwd(), answer=str(ANSWER))
    try:
        await client.async_wait_for_reply(client.kc.execute(code, silent=True, store_history=False))
    except DeadKernelError:
        return [], {"message": "The kernel ended while the outputs were read."}
    if not ANSWER.exists():
        return [], {"message": "The outputs could not be read from the kernel."}
    said = json.loads(ANSWER.read_text(encoding="utf-8"))
    ANSWER.unlink()
    return said["outputs"], {"message": said["problem"]} if said["problem"] else None
