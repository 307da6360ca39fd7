from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.cases.models import Case

if TYPE_CHECKING:
    from amparo.cases.child.models import (
        AgeAppeal,
        AgeDecision,
        BestInterests,
        Encounter,
        EncounterEnd,
        Guardian,
        Information,
    )


def last_age_decision(case: Case) -> AgeDecision | None:
    from amparo.cases.child.models import AgeDecision

    return AgeDecision.objects.of(case).select_related("by").newest_first().first()


def open_appeal(case: Case) -> AgeAppeal | None:
    """The appeal that nobody has decided yet."""
    from amparo.cases.child.models import AgeAppeal

    rows = AgeAppeal.objects.of(case).filter(outcome=None)
    return rows.select_related("decision").newest_first().first()


def last_guardian_step(case: Case) -> Guardian | None:
    from amparo.cases.child.models import Guardian

    return Guardian.objects.of(case).select_related("by").order_by("number").last()


def guardian_of(case: Case) -> Guardian | None:
    """The guardian who is appointed and has not ended."""
    from amparo.cases.child.models import Guardian

    last = last_guardian_step(case)
    return last if last and last.state == Guardian.State.APPOINTED else None


def open_encounters(case: Case) -> list[Encounter]:
    """Meetings that nobody has closed yet, the next one first."""
    from amparo.cases.child.models import Encounter

    return list(Encounter.objects.of(case).filter(end=None).order_by("day", "at"))


def ended_encounters(case: Case) -> list[EncounterEnd]:
    from amparo.cases.child.models import EncounterEnd

    rows = EncounterEnd.objects.of(case).select_related("encounter", "by")
    return list(rows.newest_first())


def interests_of(case: Case) -> list[BestInterests]:
    """Newest first."""
    from amparo.cases.child.models import BestInterests

    return list(BestInterests.objects.of(case).select_related("by").newest_first())


def information_of(case: Case) -> list[Information]:
    """Newest first."""
    from amparo.cases.child.models import Information

    return list(Information.objects.of(case).select_related("by").newest_first())
