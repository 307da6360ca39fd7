from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from amparo.access.policy import IDENTIFICATION
from amparo.cases.consents.queries import live_consents
from amparo.cases.models import Case, OfCase
from amparo.cases.queries import rows_of
from amparo.people.country import day_of, today

if TYPE_CHECKING:
    from amparo.cases.child.models import (
        AgeAppeal,
        AgeDecision,
        BestInterests,
        ComingOfAge,
        Detention,
        Encounter,
        EncounterEnd,
        FamilyTracing,
        Guardian,
        Information,
        ProceedingsStanding,
        Recruited,
        VictimStanding,
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


def last_family_step(case: Case) -> FamilyTracing | None:
    from amparo.cases.child.models import FamilyTracing

    return FamilyTracing.objects.of(case).order_by("number").last()


def open_detentions(case: Case) -> list[Detention]:
    """Those that last, the first begun first."""
    from amparo.cases.child.models import Detention

    return list(Detention.objects.of(case).filter(end=None).order_by("since"))


def recruitment_of(case: Case) -> Recruited | None:
    from amparo.cases.child.models import Recruited

    return _newest(Recruited, case)


def victim_standing(case: Case) -> VictimStanding | None:
    from amparo.cases.child.models import VictimStanding

    return _newest(VictimStanding, case)


def proceedings_standing(case: Case) -> ProceedingsStanding | None:
    from amparo.cases.child.models import ProceedingsStanding

    return _newest(ProceedingsStanding, case)


def coming_of_age(case: Case) -> ComingOfAge | None:
    from amparo.cases.child.models import ComingOfAge

    return _newest(ComingOfAge, case)


def asked_anew_since(case: Case) -> date | None:
    """From which day the person's own consent is to be asked anew; None where it is not.

    They turn 18 in that quarter, or a decision on the age said adult, and have not agreed since.
    """
    since = _of_age_since(case)
    if since is None or since > today():
        return None
    own = live_consents(case).filter(purpose=IDENTIFICATION, given_by="person")
    return None if any(day_of(consent.at) >= since for consent in own) else since


def _of_age_since(case: Case) -> date | None:
    decision, coming = last_age_decision(case), coming_of_age(case)
    if not case.treated_as_child:
        return day_of(decision.at) if decision else None
    return coming.quarter if coming else None


R = TypeVar("R", bound="OfCase")


def _newest(model: type[R], case: Case) -> R | None:
    return rows_of(model, case).newest_first().first()
