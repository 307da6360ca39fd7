"""Whether a paragraph asks more strongly than it did, of whom, by when and on what condition."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Protocol

from amparo.methods.resolutions.asks import DATA

from .alignment import align

What = Literal["force", "condition", "addressee", "window", "clause"]
Way = Literal["hardened", "softened", "added", "dropped"]
# Within one paragraph a little is enough to know a verb's clause again.
_CLAUSES_ALIKE = 0.1


class Asking(Protocol):
    """One verb of a paragraph, as resolutions.asks reads it. `escapes`: each with a "code"."""

    @property
    def verb(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def force(self) -> str: ...
    @property
    def addressees(self) -> Iterable[str]: ...
    @property
    def escapes(self) -> Iterable[Mapping[str, Any]]: ...
    @property
    def windows(self) -> Iterable[str]: ...


@dataclass(frozen=True, slots=True)
class Change:
    """`earlier` and `later` show it; one of them is "" where something came or went.

    Of a `force` and of a `clause` they are verbs as printed, of the others codes.
    """

    way: Way
    what: What
    earlier: str
    later: str


def changes(earlier: Sequence[Asking], later: Sequence[Asking]) -> list[Change]:
    """Between the clauses of one paragraph and those of the paragraph that it became.

    A condition that came softens, one that went hardens.
    """
    found: list[Change] = []
    for before, after in _paired(earlier, later):
        if before and after:
            found += _of_a_clause(before, after)
        elif after:
            found.append(Change("added", "clause", "", after.verb))
        elif before:
            found.append(Change("dropped", "clause", before.verb, ""))
    return found


def _paired(
    earlier: Sequence[Asking], later: Sequence[Asking]
) -> list[tuple[Asking | None, Asking | None]]:
    """A paragraph with one verb then and now asks with the one what it asked with the other."""
    if len(earlier) == len(later) == 1:
        return [(earlier[0], later[0])]
    pairs = align(
        [each.words for each in earlier], [each.words for each in later], threshold=_CLAUSES_ALIKE
    )
    return [
        (
            None if pair.earlier is None else earlier[pair.earlier],
            None if pair.later is None else later[pair.later],
        )
        for pair in pairs
    ]


def _of_a_clause(before: Asking, after: Asking) -> Iterator[Change]:
    yield from _of_force(before, after)
    was, now = _codes(before), _codes(after)
    yield from (Change("softened", "condition", "", code) for code in _beyond(now, was))
    yield from (Change("hardened", "condition", code, "") for code in _beyond(was, now))
    yield from _came_and_went("addressee", before.addressees, after.addressees)
    yield from _came_and_went("window", before.windows, after.windows)


def _of_force(before: Asking, after: Asking) -> Iterator[Change]:
    was, now = _rung(before.force), _rung(after.force)
    if was is None or now is None or was == now:
        return
    yield Change("hardened" if now < was else "softened", "force", before.verb, after.verb)


def _came_and_went(what: What, was: Iterable[str], now: Iterable[str]) -> Iterator[Change]:
    yield from (Change("added", what, "", code) for code in _beyond(now, was))
    yield from (Change("dropped", what, code, "") for code in _beyond(was, now))


def _beyond(some: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [each for each in dict.fromkeys(some) if each not in known]


def _codes(clause: Asking) -> list[str]:
    return [escape["code"] for escape in clause.escapes]


def _rung(force: str) -> int | None:
    """From 0, the strongest; None where it is not known how strong the verb is."""
    return _ladder().get(force)


@cache
def _ladder() -> dict[str, int]:
    sheet = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {row["code"]: rung for rung, row in enumerate(sheet["force"])}
