"""Live answers to paragraphs: rooms register what they can count, the paragraph's page shows it.

A source is asked each time the page is shown, in the transaction of whoever reads it.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from amparo.design.parts import Words
from amparo.people.models import User


@dataclass(frozen=True)
class LiveFigure:
    """A figure, the sentence it stands for, where more of it is, and when it was counted."""

    value: object
    sentence: Words
    href: str = ""
    as_of: datetime | None = None


Source = Callable[[User], list[LiveFigure]]
_sources: dict[tuple[str, str], list[Source]] = defaultdict(list)


def register(document: str, number: str, source: Source) -> None:
    _sources[document, number].append(source)


def answers(document: str, number: str, user: User) -> list[LiveFigure]:
    """What every source has to say of this paragraph now, in the order of registration."""
    return [figure for source in _sources.get((document, number), []) for figure in source(user)]
