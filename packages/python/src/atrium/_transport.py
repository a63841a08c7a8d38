"""Requests that authenticate, give up in time and repeat what is safe to repeat."""

from __future__ import annotations

import email.utils
import http.client
import json
import random
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import Any, Callable, Dict, Mapping, Optional

from .errors import AtriumError, NetworkError, error_from

TEMPORARY = {429, 502, 503, 504}
MAX_WAIT = 30.0


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to wherever it points."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Transport:
    def __init__(
        self,
        url: str,
        key: Optional[str],
        *,
        timeout: float = 30.0,
        retries: int = 4,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url = url.rstrip("/")
        self._key = key
        self._timeout = timeout
        self._retries = retries
        self._wait = wait
        self._opener = urllib.request.build_opener(_NoRedirect)

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> Any:
        """The answer's JSON; None where there is none."""
        with self.open(method, path, query=query, body=body, headers=headers) as response:
            content = response.read()
        return json.loads(content) if content else None

    def open(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> http.client.HTTPResponse:
        """The answer as it streams in; the caller closes it."""
        sent: Dict[str, str] = {"accept": "application/json", **(headers or {})}
        if self._key:
            sent["authorization"] = f"Bearer {self._key}"
        if method == "POST":
            # Sending twice must not do twice: the API remembers the key.
            sent.setdefault("idempotency-key", uuid.uuid4().hex)
        data = None
        if body is not None or method == "POST":
            sent["content-type"] = "application/json"
            data = json.dumps(_given(body or {})).encode()
        repeatable = method != "PATCH"
        for attempt in range(self._retries + 1):
            last = not repeatable or attempt == self._retries
            request = urllib.request.Request(self._address(path, query), data=data, headers=sent, method=method)
            try:
                return self._opener.open(request, timeout=self._timeout)
            except urllib.error.HTTPError as answer:
                with answer:
                    refusal = error_from(answer.code, answer.headers, answer.read())
                    asked = retry_after(answer.headers.get("retry-after"))
                # More patience than a request has, for a locked account or maintenance: somebody has to be told.
                far_off = asked is not None and asked > MAX_WAIT
                if last or far_off or answer.code not in TEMPORARY:
                    raise refusal from None
                self._wait(backoff(attempt) if asked is None else asked)
            except (OSError, http.client.HTTPException) as error:
                failure = unreachable(self.url, error)
                if last:
                    raise failure from error
                self._wait(backoff(attempt))
        raise AssertionError("the last attempt answers or raises")

    def _address(self, path: str, query: Optional[Mapping[str, Any]]) -> str:
        given = {name: _text(value) for name, value in (query or {}).items() if value is not None}
        return f"{self.url}{path}{'?' + urllib.parse.urlencode(given) if given else ''}"


def unreachable(url: str, error: BaseException) -> AtriumError:
    reason = getattr(error, "reason", None) or error
    origin = urllib.parse.urlsplit(url).netloc
    # The same as TimeoutError only since Python 3.10.
    if isinstance(error, socket.timeout) or isinstance(reason, socket.timeout):
        return NetworkError(f"{origin} did not answer in time", code="network.timeout")
    return NetworkError(f"Cannot reach {origin}: {reason}", code="network.unreachable")


def backoff(attempt: int, base: float = 0.25) -> float:
    """Full jitter: clients that failed together do not come back together."""
    return random.random() * min(MAX_WAIT, base * 2**attempt)


def retry_after(header: Optional[str]) -> Optional[float]:
    """Seconds from now, from either form of the header."""
    if not header:
        return None
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = email.utils.parsedate_to_datetime(header).timestamp() - time.time()
        except (TypeError, ValueError):
            return None
    return max(0.0, seconds)


def _given(body: Mapping[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in body.items() if value is not None}


def _text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
