"""From a notebook's file to the document that was asked for."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import atrium_job
import nbformat

from .page import page
from .pdf import NoBrowser, find_browser, print_page

TYPES = {"html": "text/html", "pdf": "application/pdf"}


def run() -> None:
    job = atrium_job.load()
    source = Path(job["source"]["path"])
    kind = next(given["value"] for given in job["inputs"] if given["name"] == "format")
    try:
        if kind == "pdf":
            find_browser()
        notebook = nbformat.read(source, as_version=4)
        name = f"{source.stem}.{kind}"
        export(notebook, Path("outputs", name).absolute(), source.stem)
    except NoBrowser as error:
        atrium_job.fail(str(error))
    except nbformat.reader.NotJSONError:
        atrium_job.fail(f"{source.name} is not a notebook: it holds no JSON.")
    else:
        atrium_job.finish([document(name, TYPES[kind])])


def export(notebook: Any, target: Path, title: str) -> None:
    atrium_job.report(0.1, "Lay out")
    html = page(notebook, title)
    if target.suffix == ".html":
        target.write_text(html, encoding="utf-8")
        return
    atrium_job.report(0.5, "Print")
    with tempfile.TemporaryDirectory() as folder:
        laid_out = Path(folder, f"{title}.html")
        laid_out.write_text(html, encoding="utf-8")
        print_page(laid_out, target)


def document(name: str, content_type: str) -> dict[str, Any]:
    return {"name": "document", "type": "file", "path": f"outputs/{name}", "fileName": name, "contentType": content_type}
