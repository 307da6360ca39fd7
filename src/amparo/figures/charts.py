"""Bars drawn on the server from what is shown anyway: a Vega-Lite spec, rendered to SVG (ADR 13).

The drawing takes its colours from the page's sheet (figures.css), has no style of its own and
loads nothing, so that the strict content policy lets it stand in the page.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Any, Final

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

GRAMMAR: Final = "6.4"  # of Vega-Lite: named, so that a newer renderer draws the same
WIDTH, STEP, SIZE, THICKNESS = 340, 44, 13, 14
ROOM = 1.3  # the longest bar leaves room for its words
FONT = "system-ui, sans-serif"
# Vega's parts claim roles of their own without a name; ours is one picture with one name.
PARTS = re.compile(r' (?:role|aria-[a-z]+|class)="[^"]*"')


@dataclass(frozen=True)
class Bar:
    """`words` stand at the end of the bar: the value as the language writes it."""

    label: str
    value: int
    words: str


def draw(name: str, bars: Sequence[Bar]) -> SafeString:
    """The bars as inline SVG, in their order; `name` is what a screen reader says of it."""
    if not bars:
        return SafeString("")
    spec = json.dumps(bar_spec(bars))
    key = f"chart-{hashlib.sha256((name + spec).encode()).hexdigest()}"
    svg: str | None = cache.get(key)
    if svg is None:
        svg = _named(name, _render(spec))
        cache.set(key, svg, timeout=None)
    return mark_safe(svg)  # noqa: S308  the renderer escapes the labels, and we the name


def bar_spec(bars: Sequence[Bar]) -> dict[str, Any]:
    """A Vega-Lite spec: each label above its bar, so that long words fit on a phone."""
    rows = [{"row": number, **asdict(bar)} for number, bar in enumerate(bars)]
    longest = max((bar.value for bar in bars), default=0) or 1
    length = {"field": "value", "type": "quantitative", "axis": None}
    end = {**length, "scale": {"domain": [0, longest * ROOM]}}
    start = {"value": 0}
    above, beside = -THICKNESS / 2 - 2, THICKNESS / 2 + 2
    return {
        "width": WIDTH,
        "height": {"step": STEP},
        "padding": 0,
        "background": None,
        "config": {"view": {"stroke": None}, "font": FONT},
        "data": {"values": rows},
        "encoding": {"y": {"field": "row", "type": "ordinal", "axis": None}},
        "layer": [
            {"mark": _bar(beside), "encoding": {"x": end}},
            {"mark": _text(above), "encoding": {"x": start, "text": {"field": "label"}}},
            {
                "mark": {**_text(beside), "dx": 6, "fontWeight": 600},
                "encoding": {"x": end, "text": {"field": "words"}},
            },
        ],
    }


def _bar(offset: float) -> dict[str, Any]:
    return {"type": "bar", "height": THICKNESS, "yOffset": offset, "fill": "var(--accent)"}


def _text(offset: float) -> dict[str, Any]:
    return {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "yOffset": offset,
        "fontSize": SIZE,
        "color": "currentColor",
        "limit": WIDTH,
    }


def _render(spec: str) -> str:
    import vl_convert  # 84 MB: only where a chart is drawn (ADR 16)

    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=GRAMMAR)
    return svg


def _named(name: str, svg: str) -> str:
    bare = PARTS.sub("", svg)
    return bare.replace("<svg ", f'<svg role="img" aria-label="{escape(name)}" ', 1)
