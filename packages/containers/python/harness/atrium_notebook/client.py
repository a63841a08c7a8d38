"""nbclient, talking to a kernel that runs already, and telling live what its cells print."""

from __future__ import annotations

import re
import sys
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from nbclient import NotebookClient

from .kernel import Kernel

# A loop that prints for ever must fill neither the memory nor the notebook.
STREAM_CHARACTERS = 1_000_000
CUT = "\n… the rest of this output was left out.\n"
OVERWRITTEN = re.compile(r"[^\n]*\r(?=[^\r\n])")


class LocalClient(AsyncKernelClient):
    """Is told by the process whether the kernel lives, not by a heartbeat that comes late."""

    def __init__(self, kernel: Kernel) -> None:
        super().__init__()
        self.load_connection_info(kernel.connection)
        self._kernel = kernel

    async def is_alive(self) -> bool:
        return self._kernel.process.poll() is None


class Notebook(NotebookClient):
    def process_message(self, msg: Any, cell: Any, cell_index: int) -> Any:
        if msg["msg_type"] == "stream":
            content = msg["content"]
            print(content["text"], end="", flush=True, file=sys.stderr if content["name"] == "stderr" else sys.stdout)
        return super().process_message(msg, cell, cell_index)

    def output(self, outs: list[Any], msg: Any, display_id: str | None, cell_index: int) -> Any:
        """One output for what a stream says in a row, as JupyterLab has it."""
        last = outs[-1] if outs else None
        joins = last is not None and not self.clear_before_next_output and msg["msg_type"] == "stream"
        if not joins or last.output_type != "stream" or last.name != msg["content"]["name"]:
            return super().output(outs, msg, display_id, cell_index)
        if len(last.text) < STREAM_CHARACTERS:
            last.text += msg["content"]["text"]
            if len(last.text) >= STREAM_CHARACTERS:
                last.text = last.text[:STREAM_CHARACTERS] + CUT
        return last


def settle(cell: Any) -> None:
    """Of a progress bar that wrote over itself, what stood there last."""
    for output in cell.outputs:
        if output.output_type == "stream" and "\r" in output.text:
            output.text = OVERWRITTEN.sub("", output.text)
