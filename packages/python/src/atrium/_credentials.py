"""Where an address and a key come from: what is given, the environment, `atrium login`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Optional, Tuple

from .errors import AuthenticationError


def credentials_path() -> Path:
    """The file that the `atrium` command writes."""
    if os.environ.get("XDG_CONFIG_HOME"):
        folder = Path(os.environ["XDG_CONFIG_HOME"])
    elif sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path.home() / ".config"
    return folder / "atrium" / "credentials.json"


def find_credentials(url: Optional[str], key: Optional[str]) -> Tuple[str, str]:
    """Each piece from the first place that has it, in the order of the `atrium` command."""
    url = url or os.environ.get("ATRIUM_URL")
    key = key or os.environ.get("ATRIUM_API_KEY")
    home = Path(os.environ.get("ATRIUM_HOME") or ".atrium") / "credentials.json"
    for path in (credentials_path(), home):
        if url and key:
            break
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        url, key = url or kept.get("url"), key or kept.get("apiKey")
    if url and key:
        return url, key
    raise AuthenticationError(
        "Not signed in: give Client(url, key), set ATRIUM_URL and ATRIUM_API_KEY, or run `atrium login`",
        status=401,
        code="client.no_credentials",
    )
