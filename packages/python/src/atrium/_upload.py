"""Sends files in parts straight to the storage, several at a time, and goes on where an earlier attempt stopped."""

from __future__ import annotations

import base64
import hashlib
import http.client
import io
import os
import threading
import urllib.parse
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, Callable, Dict, List, Optional, Union

from . import _api
from ._transport import backoff, unreachable
from .errors import AtriumError

Source = Union[str, "os.PathLike[str]", bytes]
ATTEMPTS = 6
CHUNK = 1 << 20
CONCURRENCY = 4


@dataclass(frozen=True)
class UploadProgress:
    upload_id: str
    bytes: int
    total_bytes: int


def source_size(source: Source) -> int:
    return len(source) if isinstance(source, bytes) else os.stat(source).st_size


def open_source(source: Source) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else open(source, "rb")


class Uploader:
    """One upload that has been begun."""

    def __init__(self, api: _api.Api, plan: Any, source: Source, on_progress: Optional[Callable[[UploadProgress], None]]):
        self._api = api
        self._plan = plan
        self._source = source
        self._on_progress = on_progress
        self._lock = threading.Lock()
        self._failed = threading.Event()
        self._sent: Dict[int, int] = {}

    def run(self) -> _api.File:
        plan = self._plan
        etags: Dict[int, str] = {}
        arrived = {part.number: part.etag for part in plan.parts if getattr(part, "etag", None)}
        urls = {part.number: part.url for part in plan.parts if getattr(part, "url", None)}
        whole = hashlib.sha256()
        # No more parts wait to be sent than there are threads: their bytes are read when their turn comes.
        free = threading.Semaphore(CONCURRENCY)
        sending: List[Future[None]] = []

        def send(number: int, md5: str) -> None:
            try:
                etags[number] = self._send(number, md5, urls)
            except BaseException:
                self._failed.set()
                raise
            finally:
                free.release()

        with open_source(self._source) as stream, ThreadPoolExecutor(CONCURRENCY) as pool:
            for number in range(1, plan.part_count + 1):
                # In the order of the file, because the hash of the whole needs it; parts that are there are only read.
                md5 = self._digest(stream, number, whole)
                if number in arrived:
                    etags[number] = arrived[number]
                    self._progress(number, self._length(number))
                    continue
                free.acquire()
                if self._failed.is_set():
                    free.release()
                    break
                sending.append(pool.submit(send, number, md5))
            wait(sending, return_when=FIRST_EXCEPTION)
        for future in sending:
            future.result()
        parts = [{"number": number, "etag": etag} for number, etag in sorted(etags.items())]
        return self._api.complete_upload(plan.id, parts=parts, sha256=whole.hexdigest())

    def _length(self, number: int) -> int:
        return min(self._plan.part_bytes, self._plan.bytes - (number - 1) * self._plan.part_bytes)

    def _digest(self, stream: BinaryIO, number: int, whole: Any) -> str:
        md5 = hashlib.md5(usedforsecurity=False)
        left = self._length(number)
        while left > 0:
            chunk = stream.read(min(CHUNK, left))
            if not chunk:
                raise AtriumError("The file became shorter while it was being sent", code="upload.source_changed")
            md5.update(chunk)
            whole.update(chunk)
            left -= len(chunk)
        return base64.b64encode(md5.digest()).decode()

    def _send(self, number: int, md5: str, urls: Dict[int, str]) -> str:
        for attempt in range(ATTEMPTS):
            url = urls.pop(number, None) or self._sign(number)
            status, etag, cause = self._put(url, number, md5)
            if 200 <= status < 300:
                return etag
            self._progress(number, 0)
            if attempt + 1 == ATTEMPTS or not _may_pass(status):
                raise _refused(number, status) from cause
            if self._failed.wait(backoff(attempt)):
                raise AtriumError(f"Part {number} was given up because another failed", code="upload.stopped")
        raise AssertionError("the last attempt answers or raises")

    def _sign(self, number: int) -> str:
        return self._api.create_upload_part(self._plan.id, numbers=[number]).parts[0].url

    def _put(self, url: str, number: int, md5: str) -> Any:
        address = urllib.parse.urlsplit(url)
        length = self._length(number)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        # A part may take as long as a slow line needs; a line that is silent for a minute is dead.
        connection = kind(address.netloc, timeout=60, blocksize=CHUNK)
        try:
            with open_source(self._source) as stream:
                stream.seek((number - 1) * self._plan.part_bytes)
                body = _Part(stream, length, lambda sent: self._progress(number, sent))
                # The storage refuses other bytes than those.
                headers = {"content-length": str(length), "content-md5": md5}
                connection.request("PUT", f"{address.path}?{address.query}", body=body, headers=headers)
                answer = connection.getresponse()
                answer.read()
                return answer.status, (answer.headers.get("etag") or "").strip('"'), None
        except (OSError, http.client.HTTPException) as error:
            return 0, "", unreachable(url, error)
        finally:
            connection.close()

    def _progress(self, number: int, sent: int) -> None:
        with self._lock:
            self._sent[number] = sent
            if self._on_progress:
                plan = self._plan
                self._on_progress(UploadProgress(plan.id, sum(self._sent.values()), plan.bytes))


class _Part:
    """As much of a file as one part has; what http.client reads from."""

    def __init__(self, stream: BinaryIO, length: int, on_read: Callable[[int], None]) -> None:
        self._stream = stream
        self._length = length
        self._read = 0
        self._on_read = on_read

    def read(self, size: int = CHUNK) -> bytes:
        chunk = self._stream.read(min(size, self._length - self._read))
        self._read += len(chunk)
        if chunk:
            self._on_read(self._read)
        return chunk


def _may_pass(status: int) -> bool:
    """403 is an expired signature; 400 is what S3 answers to a body that stalled or does not have its checksum."""
    return status == 0 or status >= 500 or status in (400, 403, 408, 429)


def _refused(number: int, status: int) -> AtriumError:
    reason = f"the storage answered {status}" if status else "the storage cannot be reached"
    code = "upload.part_refused" if status else "network.unreachable"
    return AtriumError(f"Part {number} could not be stored: {reason}", status=status, code=code)


def find_interrupted(api: _api.Api, project_id: str, name: str, source: Source) -> Optional[str]:
    """The latest of one's own open uploads that is of this file, as far as name, length and time can tell."""
    if isinstance(source, bytes):
        return None
    stat = os.stat(source)
    cursor: Optional[str] = None
    while True:
        page = api.list_uploads(project_id=project_id, limit=1000, cursor=cursor)
        for upload in page.items:
            if upload.name == name and upload.bytes == stat.st_size and _seconds(upload.created_at) > stat.st_mtime:
                return upload.id
        cursor = page.next
        if cursor is None:
            return None


def _seconds(text: str) -> float:
    # Python before 3.11 does not read the Z.
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
