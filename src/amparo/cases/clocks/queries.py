from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models import Sum

from amparo.access.queries import CaseScoped
from amparo.access.standing import standing_of
from amparo.cases.clocks import rules
from amparo.cases.guards import without_shut

if TYPE_CHECKING:
    from amparo.cases.clocks.models import Clock
    from amparo.cases.models import Case
    from amparo.people.models import User


class ClockQuerySet(CaseScoped["Clock"]):
    def running(self) -> ClockQuerySet:
        """Not met yet; some may stand still."""
        return self.filter(met_at=None)

    def counting(self) -> ClockQuerySet:
        """Running, in a file in which somebody can still do something about it."""
        return without_shut(self.running())

    def ticking(self) -> ClockQuerySet:
        return self.counting().filter(paused_at=None)

    def late(self, now: datetime) -> ClockQuerySet:
        return self.ticking().filter(due_at__lt=now)

    def due_between(self, start: datetime, end: datetime) -> ClockQuerySet:
        return self.ticking().filter(due_at__gte=start, due_at__lt=end)

    def due_from(self, moment: datetime) -> ClockQuerySet:
        return self.ticking().filter(due_at__gte=moment)

    def of_cases(self, cases: models.QuerySet[Any, UUID]) -> ClockQuerySet:
        return self.filter(case__in=cases)

    def for_rules(self, rules: Iterable[str]) -> ClockQuerySet:
        return self.filter(rule__in=list(rules))

    def soonest_first(self) -> ClockQuerySet:
        return self.select_related("case").order_by("due_at", "pk")

    def soonest(self, most: int) -> list[Clock]:
        """The first of them, of the rules of the pack: as cheap as they are few.

        Each rule is read in the order of an index and no further than it can matter.
        """
        if not most:
            return []
        each = [
            self.filter(rule=code).order_by("due_at", "pk").values_list("due_at", "pk")[:most]
            for code in rules.codes()
        ]
        found = each[0].union(*each[1:], all=True).order_by("due_at", "pk")[:most]
        keys = [pk for _due, pk in found]
        return list(self.model.objects.filter(pk__in=keys).soonest_first())


def clocks_for(user: User) -> ClockQuerySet:
    from amparo.cases.clocks.models import Clock

    return Clock.objects.visible_to(standing_of(user))


def mine(user: User) -> ClockQuerySet:
    """The clocks that this person's mandates must meet, in the files they may see."""
    return clocks_for(user).for_rules(rules.duties(standing_of(user).mandates))


def watched(user: User) -> ClockQuerySet:
    """Those whose lateness this person is told of, and that are not theirs to meet."""
    mandates = standing_of(user).mandates
    own = rules.duties(mandates)
    return clocks_for(user).for_rules(r for r in rules.watched(mandates) if r not in own)


def running_clocks(case: Case) -> list[Clock]:
    return list(case.clocks.counting().order_by("due_at", "pk"))


def running_by_case(cases: Iterable[UUID]) -> dict[UUID, list[Clock]]:
    """The clocks of a page of files at once."""
    from amparo.cases.clocks.models import Clock

    found: dict[UUID, list[Clock]] = {}
    for row in Clock.objects.counting().filter(case__in=list(cases)):
        found.setdefault(row.case_id, []).append(row)
    return found


def extended(case: Case) -> dict[str, int]:
    """By how many units each clock of the file was made longer so far."""
    from amparo.cases.clocks.models import Extension

    given = Extension.objects.of(case).values_list("rule").annotate(all=Sum("amount"))
    return dict(given)
