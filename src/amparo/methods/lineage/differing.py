"""What was dropped from a paragraph and what was added, by words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["same", "added", "dropped"]
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")
# A lone word that stands between two changes reads better as part of them.
_FEWEST_SAME = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class _Span:
    """A part of both texts, as pieces: the same when `same`, else one takes the other's place."""

    earlier: list[str]
    later: list[str]
    same: bool


def difference(earlier: str, later: str) -> list[Stretch]:
    """All that is not `added`, joined, is the earlier text; all that is not `dropped` the later.

    What is dropped stands before what takes its place.
    """
    before, after = _PIECE.findall(earlier), _PIECE.findall(later)
    return [stretch for span in _readable(_spans(before, after)) for stretch in _stretches(span)]


def _spans(before: list[str], after: list[str]) -> list[_Span]:
    """Found in one direction only, so that the other one gives the same."""
    if before > after:
        return [_Span(span.later, span.earlier, span.same) for span in _spans(after, before)]
    from rapidfuzz.distance import LCSseq

    return [
        _Span(
            before[code.src_start : code.src_end],
            after[code.dest_start : code.dest_end],
            code.tag == "equal",
        )
        for code in LCSseq.opcodes(before, after)
    ]


def _readable(spans: Sequence[_Span]) -> list[_Span]:
    """Changes with next to nothing between them as one."""
    joined: list[_Span] = []
    for nth, span in enumerate(spans):
        inside = 0 < nth < len(spans) - 1
        changed = not span.same or (inside and _count(span.earlier) < _FEWEST_SAME)
        if changed and joined and not joined[-1].same:
            last = joined.pop()
            span = _Span([*last.earlier, *span.earlier], [*last.later, *span.later], same=False)
        elif changed:
            span = _Span(span.earlier, span.later, same=False)
        joined.append(span)
    return joined


def _count(pieces: Sequence[str]) -> int:
    return sum(bool(_WORD.match(piece)) for piece in pieces)


def _stretches(span: _Span) -> Iterator[Stretch]:
    earlier, later = "".join(span.earlier), "".join(span.later)
    if span.same:
        yield Stretch("same", earlier)
        return
    if earlier:
        yield Stretch("dropped", earlier)
    if later:
        yield Stretch("added", later)
