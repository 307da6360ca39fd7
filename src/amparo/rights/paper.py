"""The copy as PDF. Its text goes from memory to memory: nothing is written to a disk in clear."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.methods import clock
from amparo.rights.parts import Given, Section, sections
from amparo.rights.person import LEFT_OUT

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
TEMPLATE = HERE / "paper" / "copy.typ"


def paper(given: Given) -> bytes:
    """The whole copy, tagged for those who listen to it (PDF/UA-1)."""
    import typst  # 84 MB: only whoever prints pays for it (ADR 16)

    pdf = typst.compile(
        TEMPLATE,
        format="pdf",
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        # Data, not markup: the template shows a value as text, whatever it holds.
        sys_inputs={"copy": json.dumps(contents(given))},
        pdf_standards="ua-1",
        timestamp=int(clock.now().timestamp()),
    )
    assert isinstance(pdf, bytes)  # noqa: S101  one PDF comes as bytes, not as a list of pages
    return pdf


@cache
def _fonts() -> "typst.Fonts":
    import typst  # as above

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(HERE / "fonts")],
    )


def contents(given: Given) -> dict[str, object]:
    """All that the template is given."""
    speaker = given.speaker
    return {
        "title": speaker.tell("title_others" if given.recipient else "title"),
        "language": speaker.language,
        "right_to_left": speaker.right_to_left,
        "opening": _opening(given),
        "sections": [_section(section) for section in sections(given)],
    }


def _opening(given: Given) -> tuple[str, ...]:
    """To whom it speaks; somebody else is told who “you” is in it."""
    speaker, day = given.speaker, given.speaker.day(clock.now())
    reference = speaker.tell("reference", reference=given.case.reference)
    if not given.recipient:
        return (speaker.tell("opening", day=day), speaker.tell("keep_safe"), reference)
    whom = speaker.tell(f"to_{given.recipient}")
    return (
        speaker.tell("opening_others", day=day, whom=whom), speaker.tell("keep_others"), reference,
    )  # fmt: skip


def _section(section: Section) -> dict[str, object]:
    said = asdict(section)
    return said | {"lead": [line.text for line in section.lead]}


def without_names(text: str, names: Iterable[str]) -> str:
    """`text` with each of `names` replaced by a line, however it is capitalised."""
    wanted = [re.escape(name) for name in sorted(names, key=len, reverse=True)]
    if not wanted:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", LEFT_OUT, text, flags=re.IGNORECASE)
