"""As much of the DevTools protocol as printing needs, over two pipes: nothing listens on a port."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import signal
from types import TracebackType
from typing import Any

FLAGS = (
    "--headless",
    # The sandbox around this process is the browser's sandbox too; it can make none of its own in there.
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--font-render-hinting=none",
    "--remote-debugging-pipe",
)
# Above any number that the browser is to find them under.
FIRST_FREE = 10
CHUNK = 1 << 16


class Browser:
    def __init__(self, executable: str, profile: str, environment: dict[str, str]) -> None:
        theirs_in, self._out = _pipe()
        self._in, theirs_out = _pipe()
        # It reads what is asked of it at 3, and answers at 4.
        actions = [(os.POSIX_SPAWN_DUP2, theirs_in, 3), (os.POSIX_SPAWN_DUP2, theirs_out, 4)]
        command = [executable, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._pid = os.posix_spawn(executable, command, environment, file_actions=actions, setsid=True)
        os.close(theirs_in)
        os.close(theirs_out)
        self._rest = b""
        self._sent = 0
        self._session: str | None = None

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._in)
        os.close(self._out)

    def open(self, url: str) -> None:
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._call("Emulation.setScriptExecutionDisabled", {"value": True})
        self._call("Page.enable")
        self._call("Page.navigate", {"url": url})
        while self._receive().get("method") != "Page.loadEventFired":
            continue

    def print(self, options: dict[str, Any]) -> bytes:
        stream = self._call("Page.printToPDF", {**options, "transferMode": "ReturnAsStream"})["stream"]
        chunks = []
        while True:
            part = self._call("IO.read", {"handle": stream})
            data = part["data"]
            chunks.append(base64.b64decode(data) if part.get("base64Encoded") else data.encode())
            if part["eof"]:
                return b"".join(chunks)

    def _call(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        self._sent += 1
        message: dict[str, Any] = {"id": self._sent, "method": method, "params": params or {}}
        if self._session:
            message["sessionId"] = self._session
        unsent = json.dumps(message).encode() + b"\0"
        while unsent:
            unsent = unsent[os.write(self._out, unsent) :]
        while True:
            answer = self._receive()
            if answer.get("id") != self._sent:
                continue
            if "error" in answer:
                raise RuntimeError(f"Chromium refused {method}: {answer['error']['message']}")
            return answer["result"]

    def _receive(self) -> dict[str, Any]:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            read = os.read(self._in, CHUNK)
            if not read:
                raise RuntimeError("Chromium ended before it had printed the page.")
            parts.append(read)
        message, _, self._rest = b"".join(parts).partition(b"\0")
        return json.loads(message)


def _pipe() -> tuple[int, int]:
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE) for end in ends]
    for end in ends:
        os.close(end)
    return moved[0], moved[1]
