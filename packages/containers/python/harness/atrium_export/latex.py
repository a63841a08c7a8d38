"""Formulas as drawings, by what matplotlib knows of LaTeX; what it does not know stays as it is written."""

from __future__ import annotations

import base64
import io
import re
from functools import cache
from html import escape
from typing import Any

POINTS = 11
DELIMITERS = re.compile(r"^\s*(\$\$|\$|\\\[|\\\()(.*?)(\$\$|\$|\\\]|\\\))\s*$", re.DOTALL)
# What MathJax takes and mathtext calls otherwise.
OTHER_NAMES = ((r"\\dfrac", r"\\frac"), (r"\\tfrac", r"\\frac"), (r"\\text\b", r"\\mathrm"), (r"\\(?:begin|end)\{equation\*?\}", ""))


def latex2html(text: str) -> str:
    """A LaTeX output, with or without its delimiters."""
    found = DELIMITERS.match(text)
    return block(found[2] if found else text, text)


def block(body: str, source: str) -> str:
    return f'<div class="atrium-math-block">{formula(body, source)}</div>'


def formula(body: str, source: str) -> str:
    drawn = draw(body)
    if drawn is None:
        return f"<code>{escape(source.strip())}</code>"
    data, height, depth = drawn
    style = f"height:{height / POINTS:.3f}em;vertical-align:{-depth / POINTS:.3f}em"
    return f'<img class="atrium-math" alt="{escape(body.strip())}" style="{style}" src="data:image/svg+xml;base64,{data}">'


def draw(body: str) -> tuple[str, float, float] | None:
    """The drawing, its height and how far it reaches under the line."""
    tex = " ".join(body.split())
    for theirs, ours in OTHER_NAMES:
        tex = re.sub(theirs, ours, tex)
    if not tex:
        return None
    drawing, paths = libraries()
    target = io.BytesIO()
    try:
        _, height, depth, _, _ = paths.parse(f"${tex}$", dpi=72, prop=drawing.font)
        drawing.math_to_image(f"${tex}$", target, prop=drawing.font, format="svg")
    except (ValueError, RuntimeError):
        return None
    return base64.b64encode(target.getvalue()).decode(), height, depth


@cache
def libraries() -> tuple[Any, Any]:
    """Loaded at the first formula: a notebook without any need not wait for them."""
    from types import SimpleNamespace

    from matplotlib import rcParams
    from matplotlib.font_manager import FontProperties
    from matplotlib.mathtext import MathTextParser, math_to_image

    rcParams["mathtext.fontset"] = "cm"
    font = FontProperties(size=POINTS)
    return SimpleNamespace(math_to_image=math_to_image, font=font), MathTextParser("path")
