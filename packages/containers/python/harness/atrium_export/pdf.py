"""Prints a page by a browser without a window, where there is one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from .browser import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome-headless-shell")
INCH = 2.54
PAPER = {
    # A4, as everywhere but in North America, whose printers fit it in.
    "paperWidth": 21 / INCH,
    "paperHeight": 29.7 / INCH,
    "marginTop": 1.5 / INCH,
    "marginBottom": 1.8 / INCH,
    "marginLeft": 1.5 / INCH,
    "marginRight": 1.5 / INCH,
}
FOOTER = (
    '<div style="width:100%;font:8px sans-serif;color:#666;padding:0 1.5cm;display:flex;justify-content:space-between">'
    '<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
)


class NoBrowser(Exception):
    """Nothing here can print."""


def find_browser() -> str:
    """The one that was given, or one that the machine has."""
    given = os.environ.get("ATRIUM_CHROMIUM")
    found = next(filter(None, map(shutil.which, [given] if given else NAMES)), None)
    if found is None:
        raise NoBrowser(
            "A PDF is printed by Chromium, and there is none where this run ran. Export HTML, "
            "or ask whoever runs Atrium to install Chromium there or to name one by ATRIUM_CHROMIUM."
        )
    return found


def fonts(folder: Path, browser: Path) -> Path:
    """Those of the machine, those beside the browser, and matplotlib's, which have all signs and are always there."""
    found = importlib.util.find_spec("matplotlib")
    own = [Path(found.origin).parent / "mpl-data/fonts/ttf"] if found and found.origin else []
    folders = [Path("/usr/share/fonts"), browser.parent / "fonts", *own]
    target = folder / "fonts.conf"
    listed = "".join(f"<dir>{escape(str(one))}</dir>" for one in folders)
    cache = f"<cachedir>{escape(str(folder / 'fonts-cache'))}</cachedir>"
    preferred = "".join(
        f"<alias><family>{generic}</family><prefer><family>{family}</family></prefer></alias>"
        for generic, family in (("monospace", "DejaVu Sans Mono"), ("sans-serif", "DejaVu Sans"))
    )
    target.write_text(f"<?xml version='1.0'?><fontconfig>{listed}{cache}{preferred}</fontconfig>", encoding="utf-8")
    return target


def print_page(page: Path, target: Path) -> None:
    executable = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        known = fonts(Path(folder), Path(executable))
        with Browser(executable, f"{folder}/profile", {**os.environ, "FONTCONFIG_FILE": str(known)}) as browser:
            print_by(browser, page, target)


def print_by(browser: Browser, page: Path, target: Path) -> None:
    browser.open(page.as_uri())
    options = {"printBackground": True, "displayHeaderFooter": True, "headerTemplate": "<span></span>"}
    target.write_bytes(browser.print({**PAPER, **options, "footerTemplate": FOOTER, "generateDocumentOutline": True}))
