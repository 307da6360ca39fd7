"""Two texts side by side: which paragraph is which, and what hardened or softened between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from amparo.commitments.models import Clause, Document, Paragraph, Place
from amparo.commitments.queries import asks, paragraphs
from amparo.methods.lineage import Change, Pair, State, align, changes

# The signs that printers write in several ways, in one of them: they say nothing new.
_PRINTED = str.maketrans({"'": "’", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Beside:
    """A paragraph then and now; None where there is none."""

    pair: Pair
    earlier: Paragraph | None
    later: Paragraph | None
    changes: Sequence[Change]

    @property
    def state(self) -> State:
        return self.pair.state

    @property
    def changed(self) -> bool:
        return self.state != "kept"

    @property
    def weighs(self) -> bool:
        """Whether it asks more or less than it did."""
        return any(each.way in ("hardened", "softened") for each in self.changes)


def compared(earlier: Document, later: Document) -> dict[str, list[Beside]]:
    """By their place: the preamble, then what is asked or decided."""
    before, after = _by_place(earlier), _by_place(later)
    asked_before, asked_after = _clauses(earlier), _clauses(later)
    found = {}
    for places in ((Place.PREAMBLE,), (Place.OPERATIVE, Place.DECISION)):
        old, new = _in(before, places), _in(after, places)
        pairs = align([said(each) for each in old], [said(each) for each in new])
        found[places[0].value] = [
            _beside(pair, old, new, (asked_before, asked_after)) for pair in pairs
        ]
    return found


Asked = Mapping[str, Sequence[Clause]]


def _beside(
    pair: Pair, old: Sequence[Paragraph], new: Sequence[Paragraph], asked: tuple[Asked, Asked]
) -> Beside:
    was = None if pair.earlier is None else old[pair.earlier]
    now = None if pair.later is None else new[pair.later]
    between: Sequence[Change] = ()
    if was and now:
        between = changes(asked[0].get(was.number, ()), asked[1].get(now.number, ()))
    return Beside(pair, was, now, between)


def counterpart(paragraph: Paragraph, other: Document) -> Paragraph | None:
    """The paragraph of another text that this one became, or came from."""
    near = paragraphs().of(paragraph.document).filter(place=paragraph.place)
    own, others = list(near), list(paragraphs().of(other).filter(place=paragraph.place))
    for pair in align([said(each) for each in own], [said(each) for each in others]):
        if pair.earlier is not None and own[pair.earlier] == paragraph and pair.later is not None:
            return others[pair.later]
    return None


def said(paragraph: Paragraph) -> str:
    """All of it as one text, its items each on a line, in one way of printing."""
    lines = [paragraph.text, *_lines(paragraph.subparagraphs)]
    return "\n".join(lines).translate(_PRINTED)


def _lines(items: Iterable[Mapping[str, object]]) -> Iterable[str]:
    for item in items:
        yield f"{item['label']}) {item['text']}"
        nested = item["subparagraphs"]
        yield from _lines(nested if isinstance(nested, list) else [])


def _by_place(document: Document) -> list[Paragraph]:
    return list(paragraphs().of(document))


def _in(found: Iterable[Paragraph], places: Sequence[str]) -> list[Paragraph]:
    return [each for each in found if each.place in places]


def _clauses(document: Document) -> Asked:
    """What each numbered paragraph asks, its lettered items with it."""
    found: dict[str, list[Clause]] = {}
    for ask in asks().of(document):
        found.setdefault(ask.whole, []).extend(ask.clauses.all())
    return found
