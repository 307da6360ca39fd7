"""A paragraph of a text as data: what it says, and what each of its verbs asks of whom, by when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from amparo.commitments.models import Place
from amparo.methods.resolutions import Paragraph, Part, Subparagraph
from amparo.methods.resolutions.asks import Ask as Read
from amparo.methods.resolutions.asks import asks_of
from amparo.methods.sessions import body_in
from amparo.methods.sessions.ordinals import Language
from amparo.methods.windows import windows

DECISION = "decision"
LONGEST_VERB = 120  # characters; what is longer is a fault of the file and no verb


@dataclass(frozen=True)
class Said:
    """By whom, when and in what language.

    `context`: the words around it, where "the Commission" has its name and a congress its days.
    """

    language: Language
    organ: str = ""
    on: date | None = None
    context: str = ""

    @property
    def speaker(self) -> str:
        body = body_in(self.organ, self.language)
        return body.code if body else ""


@dataclass(frozen=True)
class Clause:
    """One verb: `label` names the lettered item whose it is, such as `b.ii`; "" for none."""

    verb: str
    words: str
    label: str = ""
    force: str = ""
    addressees: tuple[str, ...] = ()
    escapes: tuple[Mapping[str, str], ...] = ()
    windows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """`subparagraphs`: each {"label", "text", "subparagraphs"}. `number`: 5, II.5, pp21 or 33/1."""

    place: str
    number: str
    text: str
    verb: str = ""
    subparagraphs: Sequence[Mapping[str, Any]] = ()
    clauses: tuple[Clause, ...] = field(default=())

    @property
    def digest(self) -> str:
        """Of what it says, so that it is known again whatever its number has become."""
        said = [self.place, self.text, *_flat(self.subparagraphs)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def from_data(data: Mapping[str, Any]) -> Item:
    clauses = tuple(
        Clause(
            **{
                **clause,
                "addressees": tuple(clause["addressees"]),
                "escapes": tuple(clause["escapes"]),
                "windows": tuple(clause["windows"]),
            }
        )
        for clause in data["clauses"]
    )
    return Item(**{**data, "clauses": clauses})


def items_of(part: Part, said: Said) -> list[Item]:
    """Every paragraph of a part, with what it asks as the machine reads it."""
    if part.kind == DECISION and not part.operative:
        whole = Paragraph(1, "", part.text)
        return [with_clauses(Item(Place.DECISION, part.label, part.text), whole, said)]
    preamble = [
        Item(
            Place.PREAMBLE,
            f"pp{p.number}",
            p.text,
            p.verb[:LONGEST_VERB],
            nested(p.subparagraphs),
        )
        for p in part.preamble
    ]
    return [*preamble, *(operative(paragraph, said) for paragraph in part.operative)]


def operative(paragraph: Paragraph, said: Said) -> Item:
    section = f"{paragraph.section}." if paragraph.section else ""
    item = Item(
        Place.OPERATIVE,
        f"{section}{paragraph.number}{paragraph.again}",
        paragraph.text,
        paragraph.verb[:LONGEST_VERB],
        nested(paragraph.subparagraphs),
    )
    return with_clauses(item, paragraph, said)


def with_clauses(item: Item, paragraph: Paragraph, said: Said) -> Item:
    """A lettered item that names no time is due when its opening says."""
    opening = _windows(paragraph.text, said)
    read = asks_of(paragraph, said.language)
    return replace(item, clauses=tuple(_clause(ask, opening, said) for ask in read))


def _clause(ask: Read, opening: tuple[str, ...], said: Said) -> Clause:
    own = _windows(ask.text, said)
    return Clause(
        verb=ask.verb[:LONGEST_VERB],
        words=ask.text,
        label=ask.label,
        force=ask.force,
        addressees=ask.addressees,
        escapes=tuple({"code": escape.code, "text": escape.text} for escape in ask.escapes),
        windows=own or (opening if ask.label else ()),
    )


def _windows(text: str, said: Said) -> tuple[str, ...]:
    found = windows(
        text, said.language, speaker=said.speaker, said_on=said.on, context=said.context
    )
    return tuple(dict.fromkeys(each.window.code for each in found))


def nested(subparagraphs: Iterable[Subparagraph]) -> list[dict[str, Any]]:
    return [
        {"label": s.label, "text": s.text, "subparagraphs": nested(s.subparagraphs)}
        for s in subparagraphs
    ]


def _flat(subparagraphs: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        line
        for each in subparagraphs
        for line in (f"{each['label']}) {each['text']}", *_flat(each["subparagraphs"]))
    ]
