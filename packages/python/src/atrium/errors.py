"""What can go wrong, as exceptions that programs decide by."""

from __future__ import annotations

import json
from typing import Any, List, Mapping, Optional


class AtriumError(Exception):
    """Every failure: `code` is for programs, the text for people; `status` is 0 when there was no answer."""

    def __init__(
        self,
        detail: str,
        *,
        status: int = 0,
        code: str = "client.failed",
        errors: Optional[List[Mapping[str, str]]] = None,
        request_id: Optional[str] = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status = status
        self.code = code
        self.errors = errors or []
        self.request_id = request_id

    def __str__(self) -> str:
        fields = "".join(f"\n  {error.get('path')}: {error.get('message')}" for error in self.errors)
        request = f", request {self.request_id}" if self.request_id else ""
        return f"{self.detail}{fields} ({self.code}{request})"


class AuthenticationError(AtriumError):
    """No key, or one that is not (or no longer) valid."""


class PermissionDenied(AtriumError):
    """You see it, but may not do this."""


class NotFound(AtriumError):
    """It is not there, or not visible to you."""


class Conflict(AtriumError):
    """Its state does not allow this, or somebody changed it meanwhile."""


class InvalidInput(AtriumError):
    """`errors` names the fields."""


class TooManyRequests(AtriumError):
    """Still, after waiting as long as was asked for."""


class NetworkError(AtriumError):
    """There was no answer."""


class RunFailed(AtriumError):
    """A run that was waited for did not succeed; `run` says why."""

    def __init__(self, run: Any) -> None:
        error = run.error
        reason = f": {error.message}" if error else ""
        super().__init__(f"Run {run.id} {run.state}{reason}", code=error.code if error else f"run.{run.state}")
        self.run = run


_KINDS = {
    400: InvalidInput,
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    412: Conflict,
    422: InvalidInput,
    428: Conflict,
    429: TooManyRequests,
}


def error_from(status: int, headers: Mapping[str, str], body: bytes) -> AtriumError:
    """Something between us and the API may answer in its own words, so nothing is taken for granted."""
    try:
        problem = json.loads(body)
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        problem = {}
    kind = _KINDS.get(status, AtriumError)
    return kind(
        str(problem.get("detail") or f"The server answered {status}"),
        status=status,
        code=str(problem.get("code") or f"http.{status}"),
        errors=problem.get("errors") if isinstance(problem.get("errors"), list) else None,
        request_id=problem.get("requestId") or headers.get("x-request-id"),
    )
