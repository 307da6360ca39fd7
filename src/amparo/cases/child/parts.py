"""What the page of the Child route is made of."""

from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from amparo.access.policy import Standing, may
from amparo.cases.child.deeds import DEEDS
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import erased
from amparo.design.parts import Row, Task, Tone, Words


@dataclass(frozen=True)
class Way:
    """A link to something one can write down."""

    title: Words
    href: str


@dataclass(frozen=True)
class Section:
    """`step`: how this part stands, as a line of the task list that the page begins with."""

    title: Words
    icon: str
    rows: list[Row]
    empty: Words = ""
    ways: list[Way] = field(default_factory=list)
    step: Task | None = None


@dataclass(frozen=True)
class Banner:
    title: Words
    text: Words
    tone: Tone


@dataclass(frozen=True)
class Reader:
    """Whoever looks at a case: which of its deeds they may do."""

    case: Case
    standing: Standing

    @property
    def writes(self) -> bool:
        return self.case.identification != State.CLOSED and not erased(self.case)

    def way(self, deed: str, row: UUID | None = None) -> list[Way]:
        """The link to it, if this reader may do it now."""
        if not self.writes or not may(self.standing, DEEDS[deed].act):
            return []
        return [Way(DEEDS[deed].title, href(self.case, deed, row))]

    def ways(self, *deeds: str) -> list[Way]:
        return [way for deed in deeds for way in self.way(deed)]


def href(case: Case, deed: str, row: UUID | None = None) -> str:
    if row is None:
        return reverse("cases:child_deed", args=[case.reference, deed])
    return reverse("cases:child_row", args=[case.reference, deed, row])


def step(title: Words, state: Words, tone: Tone, ways: list[Way], *, note: Words = "") -> Task:
    """A line of the task list; it leads to the first thing that this reader may do about it."""
    return Task(title, ways[0].href if ways and tone != "good" else "", note, None, state, tone)
