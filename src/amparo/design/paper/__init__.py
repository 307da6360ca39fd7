"""A paper for the person as PDF. Its text goes from memory to memory: no disk holds it in clear."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.methods import clock
from amparo.people.country import country

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("whole.typ")
FRAME = Path(__file__).with_name("plain.typ")
FONTS = Path(__file__).parents[1] / "fonts"
MAIN = "main.typ"  # what a country's letter is called while it is printed


def paper(contents: Mapping[str, object], letter: str) -> bytes:
    """Sections of plain sentences, tagged for those who listen to them (PDF/UA-1).

    `contents`: title, language, right_to_left, opening (texts), sections, values; as plain.typ
    reads them. `letter`: by which name the country's pack may bring a template of its own.
    """
    own = country().letter(letter, str(contents["language"]))
    return printed(contents, own.text if own else TEMPLATE.read_text(encoding="utf-8"))


def printed(contents: Mapping[str, object], template: str) -> bytes:
    """Raises typst.TypstError where the template asks for what the contents do not have."""
    import typst  # 84 MB: only whoever prints pays for it (ADR 16)

    pdf = typst.compile(  # type: ignore[call-overload]  # its stub does not list several files
        # In memory, so that a template reads no file of this machine but its frame.
        {MAIN: template.encode(), FRAME.name: FRAME.read_bytes()},
        format="pdf",
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
