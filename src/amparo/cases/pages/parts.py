"""What a page of the file is made of."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Act, Standing, may
from amparo.cases.glance import erased
from amparo.cases.guards import shut
from amparo.cases.machine import State
from amparo.cases.models import Case, OfCase
from amparo.cases.pages.deeds import FilePage, Subject
from amparo.design.parts import Entry, Row, Task, Tone, Words


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
    rows: Sequence[Row]
    empty: Words = ""
    ways: list[Way] = field(default_factory=list)
    step: Task | None = None


@dataclass(frozen=True)
class Banner:
    title: Words
    text: Words
    tone: Tone
    ways: Sequence[Way] = ()


class Reading(ABC):
    """Whoever looks at a page: which of its deeds they may do."""

    standing: Standing
    page: FilePage

    @property
    @abstractmethod
    def about(self) -> Subject: ...

    @property
    @abstractmethod
    def writes(self) -> bool:
        """Whether anything may still be added."""

    @property
    def halted(self) -> Banner | None:
        """Why nothing can be added, and where to go, for whoever looks for it."""
        return None

    def way(self, deed: str, row: UUID | None = None, title: Words = "") -> list[Way]:
        """The link to it, if this reader may do it now; `title` names it in other words.

        A part that stands on two pages leads only to what is written on this one.
        """
        known = self.page.deeds.get(deed)
        if known is None or not self.writes or not may(self.standing, known.act):
            return []
        return [Way(title or known.title, self.page.href(self.about, deed, row))]

    def ways(self, *deeds: str) -> list[Way]:
        return [way for deed in deeds for way in self.way(deed)]


@dataclass(frozen=True)
class Reader(Reading):
    """Whoever looks at a page of a case."""

    case: Case
    standing: Standing
    page: FilePage

    @property
    def about(self) -> Case:
        return self.case

    @cached_property
    def writes(self) -> bool:
        case = self.case
        return case.identification != State.CLOSED and not erased(case) and not shut(case)

    @property
    def halted(self) -> Banner | None:
        if self.case.identification != State.CLOSED or erased(self.case):
            return None
        reopen = reverse("cases:reopen", args=[self.case.reference])
        ways = [Way(_("Open the file again"), reopen)] if may(self.standing, Act.CLOSE) else []
        text = _("If something new has happened, let it be opened again: two persons do that.")
        return Banner(_("The file is closed: nothing is added"), text, "info", ways)


def step(title: Words, state: Words, tone: Tone, ways: list[Way], *, note: Words = "") -> Task:
    """A line of the task list; it leads to the first thing that this reader may do about it."""
    return Task(title, ways[0].href if ways and tone != "good" else "", note, None, state, tone)


def entry(row: OfCase, kind: Words, title: Words, *, icon: str, text: Words = "") -> Entry:
    """A row of the page as a line of the timeline."""
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=text, actor=str(row.by), kind=kind,
        icon=icon,
    )  # fmt: skip
