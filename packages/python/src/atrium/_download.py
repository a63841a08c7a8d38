"""Reads signed URLs to files, going on where a connection broke."""

from __future__ import annotations

import hashlib
import http.client
import os
import time
import urllib.error
import urllib.request
from typing import BinaryIO, Callable, Dict, Optional

from ._transport import backoff, unreachable
from .errors import AtriumError

ATTEMPTS = 6
CHUNK = 1 << 20


def save(
    path: "os.PathLike[str] | str",
    sign: Callable[[], str],
    size: Optional[int] = None,
    sha256: Optional[str] = None,
    on_progress: Optional[Callable[[int, Optional[int]], None]] = None,
) -> None:
    """Whoever finds the file finds all of it, checked against its SHA-256 where one was declared."""
    partial = f"{os.fspath(path)}.partial"
    try:
        with open(partial, "wb") as out:
            found = _fetch(out, sign, size, on_progress)
        if sha256 and found != sha256:
            raise AtriumError("The bytes that arrived do not have the declared SHA-256", code="download.changed")
        os.replace(partial, path)
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def _fetch(
    out: BinaryIO,
    sign: Callable[[], str],
    size: Optional[int],
    on_progress: Optional[Callable[[int, Optional[int]], None]],
) -> str:
    digest = hashlib.sha256()
    done = 0
    etag: Optional[str] = None
    failures = 0
    while True:
        url = sign()
        headers: Dict[str, str] = {"range": f"bytes={done}-", "if-match": etag} if done and etag else {}
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as response:
                etag = response.headers.get("etag")
                while chunk := response.read(CHUNK):
                    out.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    failures = 0
                    if on_progress:
                        on_progress(done, size)
            if size is None or done >= size:
                return digest.hexdigest()
        except urllib.error.HTTPError as answer:
            if answer.code < 500:
                raise AtriumError(
                    f"The storage answered {answer.code}", status=answer.code, code="download.refused"
                ) from None
        except (OSError, http.client.HTTPException) as error:
            if failures >= ATTEMPTS:
                raise unreachable(url, error) from error
        failures += 1
        if failures > ATTEMPTS:
            raise AtriumError("The storage keeps breaking off", code="download.broken")
        time.sleep(backoff(failures))
