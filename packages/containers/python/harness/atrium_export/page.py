"""A notebook as one page that stands for itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from nbconvert.exporters.html import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from traitlets.config import Config

from .clean import clean
from .latex import block, formula, latex2html

TEMPLATES = Path(__file__).with_name("templates")
PRIORITY = [
    "application/vnd.jupyter.widget-view+json",
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "text/latex",
    "image/png",
    "image/jpeg",
    "text/vnd.mermaid",
    "application/javascript",
    "text/plain",
]


class Renderer(IPythonRenderer):
    """Draws what MathJax would have drawn in the reader's browser."""

    def block_math(self, body: str) -> str:
        return block(body, f"$${body}$$")

    def inline_math(self, body: str) -> str:
        return formula(body, f"${body}$")

    def latex_environment(self, name: str, body: str) -> str:
        source = f"\\begin{{{name}}}{body}\\end{{{name}}}"
        return block(body if name.startswith("equation") else source, source)


class PageExporter(HTMLExporter):
    def __init__(self) -> None:
        config = Config()
        config.NbConvertBase.display_data_priority = PRIORITY
        super().__init__(
            config=config,
            template_name="atrium",
            extra_template_basedirs=[str(TEMPLATES)],
            exclude_anchor_links=True,
        )
        self.register_filter("markdown2html", self.to_html)
        self.register_filter("latex2html", latex2html)

    def to_html(self, source: str, cell: Any = None) -> str:
        attachments = cell.get("attachments", {}) if cell is not None else {}
        renderer = Renderer(escape=False, attachments=attachments, exclude_anchor_links=True)
        return MarkdownWithMath(renderer=renderer).render(source)


def page(notebook: Any, title: str) -> str:
    html, _ = PageExporter().from_notebook_node(notebook, {"metadata": {"name": title}})
    soup = BeautifulSoup(html, "html.parser")
    clean(soup)
    return str(soup)
