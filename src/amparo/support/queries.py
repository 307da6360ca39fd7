from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from amparo.access.policy import Act, Purpose, units_for
from amparo.access.standing import shared_by_unit, standing_of
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.machine import Track
from amparo.cases.models import Case, OfCase, Status
from amparo.cases.queries import rows_of, shares_of
from amparo.people.queries import units
from amparo.referrals.models import Need, Offer, OfferState
from amparo.referrals.queries import needs_of
from amparo.support.clocks import AGAIN, FOLLOW_UP

if TYPE_CHECKING:
    from amparo.people.models import Unit, User
    from amparo.support.models import (
        FollowUp,
        Goal,
        HealthNote,
        Inclusion,
        NeedsAssessment,
        Relative,
        SafeContact,
        ServiceFeedback,
        ServiceStep,
        SupportExit,
        SupportPlan,
    )

R = TypeVar("R", bound="OfCase")


def last_assessment(case: Case) -> NeedsAssessment | None:
    from amparo.support.models import NeedsAssessment

    return _newest(NeedsAssessment, case)


def last_plan(case: Case) -> SupportPlan | None:
    from amparo.support.models import SupportPlan

    return SupportPlan.objects.of(case).select_related("by").order_by("version").last()


def goals_of(case: Case) -> list[Goal]:
    """All that were ever set, with how they ended if they did."""
    from amparo.support.models import Goal

    return list(Goal.objects.of(case).select_related("end").in_order())


def open_goals(case: Case) -> list[Goal]:
    """Those that nobody has ended, the one due first before the others."""
    from amparo.support.models import Goal

    rows = Goal.objects.of(case).filter(end=None).select_related("unit")
    return list(rows.order_by("until", "at"))


def safe_contact(case: Case) -> SafeContact | None:
    from amparo.support.models import SafeContact

    return _newest(SafeContact, case)


def reachable(case: Case) -> bool:
    """Whether a safe way is known: without one nobody gets in touch."""
    found = safe_contact(case)
    return found is not None and found.channel != "none"


def relatives(case: Case) -> list[Relative]:
    from amparo.support.models import Relative

    rows = Relative.objects.of(case).prefetch_related("updates")
    return list(rows.in_order())


def last_inclusion(case: Case) -> dict[str, Inclusion]:
    """The newest row of each area."""
    from amparo.support.models import Inclusion

    return {row.area: row for row in rows_of(Inclusion, case).in_order()}


def last_exit(case: Case) -> SupportExit | None:
    from amparo.support.models import SupportExit

    return _newest(SupportExit, case)


def follow_ups(case: Case) -> list[FollowUp]:
    """Since the last exit, the first one first."""
    from amparo.support.models import FollowUp

    left = last_exit(case)
    if left is None:
        return []
    return list(rows_of(FollowUp, case).filter(at__gte=left.at).in_order())


def needs_with_offers(case: Case) -> list[Need]:
    """Newest first, of a case that the reader has come to already."""
    return list(needs_of(case).newest_first().with_offers())


def taken_offers(case: Case) -> list[Offer]:
    """The services that accepted the person, the newest first."""
    found = [offer for need in needs_with_offers(case) for offer in need.offers.all()]
    return [offer for offer in found if offer.state == OfferState.ACCEPTED]


def service_steps(case: Case) -> dict[UUID, ServiceStep]:
    """The last step of each service, by its offer."""
    from amparo.support.models import ServiceStep

    return {row.offer_id: row for row in rows_of(ServiceStep, case).order_by("number")}


def feedback(case: Case) -> dict[UUID, ServiceFeedback]:
    """What the person said last of each service, by its offer."""
    from amparo.support.models import ServiceFeedback

    return {row.offer_id: row for row in rows_of(ServiceFeedback, case).in_order()}


def units_of(case: Case) -> list[Unit]:
    """Those with whom the file is shared: one of them may answer for a goal."""
    return list({grant.unit_id: grant.unit for grant in shares_of(case)}.values())


def caring_units(user: User, case: Case) -> list[Unit]:
    """This person's units that care for people, and work with this one."""
    able, shared = units_for(standing_of(user), Act.WRITE_HEALTH), shared_by_unit(user, case.pk)
    mine = [unit for unit in units().of(user) if unit.pk in able]
    return [unit for unit in mine if Purpose.CASEWORK in shared.get(unit.pk, frozenset())]


def health_notes(user: User, case: Case) -> list[HealthNote]:
    """Those of this person's own units, newest first; the database shows no others."""
    from amparo.support.models import HealthNote

    own = units_for(standing_of(user), Act.OPEN_HEALTH)
    return list(rows_of(HealthNote, case).filter(unit__in=own).newest_first())


def has_health_key(case: Case, unit: Unit) -> bool:
    """The first note of a unit makes its key."""
    from amparo.support.models import HealthNote

    return HealthNote.objects.of(case).filter(unit=unit).exists()


def last_step(case: Case) -> Status | None:
    """The last step of the Support track."""
    return Status.objects.of(case).filter(track=Track.SUPPORT).order_by("number").last()


def last_step_to(case: Case, state: str) -> Status | None:
    """The last time that the Support track came to this state."""
    steps = Status.objects.of(case).filter(track=Track.SUPPORT, state=state)
    return steps.order_by("number").last()


def again_clock(case: Case) -> Clock | None:
    """When needs and risks are to be assessed again."""
    return next((row for row in running_clocks(case) if row.rule == AGAIN), None)


def waiting_follow_ups(case: Case) -> list[Clock]:
    """The soonest first."""
    return [row for row in running_clocks(case) if row.rule.startswith(FOLLOW_UP)]


def _newest(model: type[R], case: Case) -> R | None:
    return rows_of(model, case).newest_first().first()
