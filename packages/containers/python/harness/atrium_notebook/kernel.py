"""The kernel's process. Imports nothing heavy, so that it is started first of all."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
from types import TracebackType

PORTS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")
# Where a cell finds `atrium_job`.
HARNESS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECONDS_TO_GO = 2
# Nobody attaches a debugger, and nobody asks for the history of a kernel that ends with its notebook.
ARGUMENTS = ("--HistoryManager.enabled=False", "--IPKernelApp.log_level=40")


class Kernel:
    def __init__(self, process: subprocess.Popen[bytes], connection: dict[str, str | int]) -> None:
        self.process = process
        self.connection = connection

    @staticmethod
    def start() -> Kernel:
        # A path of a socket may have 107 characters, so the folder is a short one.
        folder = tempfile.mkdtemp(prefix="k", dir=os.environ.get("TMPDIR"))
        connection: dict[str, str | int] = {
            "transport": "ipc",
            "ip": os.path.join(folder, "s"),
            "key": secrets.token_hex(16),
            "signature_scheme": "hmac-sha256",
            "kernel_name": "python3",
            **{name: index + 1 for index, name in enumerate(PORTS)},
        }
        file = os.path.join(folder, "connection.json")
        with open(file, "w", encoding="utf-8") as target:
            json.dump(connection, target)
        command = [sys.executable, "-B", "-m", "ipykernel_launcher", "-f", file, *ARGUMENTS]
        # With a parent it neither greets a person at a terminal nor outlives the one who started it.
        environment = {**os.environ, "JPY_PARENT_PID": str(os.getpid()), "PYTHONPATH": HARNESS}
        return Kernel(subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment), connection)

    def __enter__(self) -> Kernel:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Nothing of the notebook is awaited any more: what it wanted to leave is on the disk."""
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_GO)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
