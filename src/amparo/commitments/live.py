"""Live answers to paragraphs: rooms register what they can count, the paragraph's page shows it.

A source is asked each time the page is shown, in the transaction of whoever reads it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from amparo.commitments.models import Ask
from amparo.design.parts import Words
from amparo.people.models import User


@dataclass(frozen=True)
class LiveFigure:
    """A figure, the sentence it stands for, where more of it is, and when it was counted.

    `key` stays the same for ever: under it a figure is kept as it was reported. `amount` is the
    bare number, for comparing; None where the figure is not shown. `in_words` says such a number.
    """

    value: object
    sentence: Words
    href: str = ""
    as_of: datetime | None = None
    key: str = ""
    amount: int | None = None
    in_words: Callable[[int], object] = int

    @property
    def in_full(self) -> str:
        return f"{self.value} {self.sentence}"


Source = Callable[[User], list[LiveFigure]]
_sources: dict[tuple[str, str], list[Source]] = defaultdict(list)


def register(document: str, number: str, source: Source) -> None:
    _sources[document, number].append(source)


def answers(document: str, number: str, user: User) -> list[LiveFigure]:
    """What every source has to say of this paragraph now, in the order of registration."""
    return [figure for source in _sources.get((document, number), []) for figure in source(user)]


def of_asks(asks: Iterable[Ask], user: User) -> list[LiveFigure]:
    """Those of each ask or of its whole paragraph, each figure with a key once."""
    places = dict.fromkeys((ask.document_id, n) for ask in asks for n in (ask.number, ask.whole))
    found = {f.key: f for place in places for f in answers(*place, user) if f.key}
    return list(found.values())


def figure(asks: Iterable[Ask], key: str, user: User) -> LiveFigure | None:
    return next((found for found in of_asks(asks, user) if found.key == key), None)
