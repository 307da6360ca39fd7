"""The copy as a paper: its sections, and what is left out of them."""

import re
from collections.abc import Iterable
from dataclasses import asdict

from amparo.design import paper as design
from amparo.design.paper.letters import Letter
from amparo.methods import clock
from amparo.rights.parts import Given, Section, sections
from amparo.rights.person import LEFT_OUT
from amparo.rights.words import languages

LETTER = "copy"


def letter() -> Letter:
    """By which name a country's pack may bring a template of its own."""
    return Letter(LETTER, languages(), ("reference", "day"))


def paper(given: Given) -> bytes:
    """The whole copy as PDF; nothing is written to a disk in clear."""
    return design.paper(contents(given), LETTER)


def contents(given: Given) -> dict[str, object]:
    """All that the template is given."""
    speaker = given.speaker
    return {
        "title": speaker.tell("title_others" if given.recipient else "title"),
        "language": speaker.language,
        "right_to_left": speaker.right_to_left,
        "values": {"reference": given.case.reference, "day": speaker.day(clock.now())},
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
