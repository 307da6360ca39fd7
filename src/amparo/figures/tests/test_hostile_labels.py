"""A chart is drawn from words: whatever they are, they stay words (OWASP ASVS, 1.3.4)."""

import re
from xml.etree import ElementTree

import pytest

from amparo.figures.charts import Bar, draw

HOSTILE = (
    "<script>x()</script>", '"><image href=x onerror=x()>', "</text><foreignObject>x",
    "<!-- x -->", "&lt;script&gt;", "javascript:x()", "'\" onload='x()",
)  # fmt: skip
DRAWING = {"svg", "g", "path", "text", "rect", "title", "line", "tspan", "defs", "clipPath"}


@pytest.mark.asvs("1.3.4", "1.2.1", "1.2.3")
@pytest.mark.parametrize("text", HOSTILE)
def test_no_label_becomes_part_of_the_drawing(text: str) -> None:
    svg = draw(text, [Bar(label=text, value=3, words=text)])
    tree = ElementTree.fromstring(svg)  # noqa: S314  our own drawing
    tags = {each.tag.rpartition("}")[2] for each in tree.iter()}
    names = {name for each in tree.iter() for name in each.attrib}
    assert tags <= DRAWING
    assert not [name for name in names if re.match(r"on|href|.*}href", name)]
    assert text in "".join(tree.itertext()) or text in str(tree.attrib.values())
