"""A paper for the person as PDF. Its text goes from memory to memory: no disk holds it in clear."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.methods import clock

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("plain.typ")
FONTS = Path(__file__).parents[1] / "fonts"


def paper(contents: Mapping[str, object]) -> bytes:
    """Sections of plain sentences, tagged for those who listen to them (PDF/UA-1).

    `contents`: title, language, right_to_left, opening (texts), sections; as plain.typ reads them.
    """
    import typst  # 84 MB: only whoever prints pays for it (ADR 16)

    pdf = typst.compile(
        TEMPLATE,
        format="pdf",
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        # Data, not markup: the template shows a value as text, whatever it holds.
        sys_inputs={"copy": json.dumps(contents)},
        pdf_standards="ua-1",
        timestamp=int(clock.now().timestamp()),
    )
    assert isinstance(pdf, bytes)  # noqa: S101  one PDF comes as bytes, not as a list of pages
    return pdf


@cache
def _fonts() -> "typst.Fonts":
    import typst  # as above

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
