"""Client of an Atrium: projects, files, tables and runs."""

from ._upload import UploadProgress
from .client import Client
from .errors import (
    AtriumError,
    AuthenticationError,
    Conflict,
    InvalidInput,
    NetworkError,
    NotFound,
    PermissionDenied,
    RunFailed,
    TooManyRequests,
)
from .table import Table

__all__ = [
    "AtriumError",
    "AuthenticationError",
    "Client",
    "Conflict",
    "InvalidInput",
    "NetworkError",
    "NotFound",
    "PermissionDenied",
    "RunFailed",
    "Table",
    "TooManyRequests",
    "UploadProgress",
]
