"""What stands on both sides of the wall, written as a click would."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from amparo.access.acting import acting_as
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.justice.actions.assets import note_asset
from amparo.justice.actions.claims import claim, follow_claim
from amparo.justice.actions.handing import hand_over
from amparo.justice.actions.hearings import end_hearing, plan_hearing, prepare
from amparo.justice.actions.non_punishment import allege, note_outcome, note_reply, plead
from amparo.justice.actions.offenders import note_offender, take_for_same
from amparo.justice.actions.proceedings import (
    note_judgment,
    open_proceeding,
    reach_stage,
    tell_of_drop,
)
from amparo.justice.actions.protection import end_protection, protect
from amparo.justice.actions.shared import Side
from amparo.justice.models import Allegation, Dossier, Hearing, Offender, Plea, Proceeding
from amparo.justice.queries import dossiers_for
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast


def handed_over(case: Case, cast: Cast) -> Dossier:
    """The dossier of a file, as the brigade has it."""
    record_ground(case, by=cast.manager_a, purpose="police", ground="legal_duty")
    hand_over(case, by=cast.manager_a, unit=cast.units["brigade"].pk)
    return dossier_for(cast.investigator, case)


def dossier_for(user: User, case: Case) -> Dossier:
    with acting_as(user):
        return dossiers_for(user).get(pk=case.pk)


def offender(dossier: Dossier, by: User, name: str = "", description: str = "") -> Offender:
    return note_offender(
        dossier, by=by, role="exploited", relation="employer", legal_person=False, name=name,
        description=description,
    )  # fmt: skip


def before(days: int) -> date:
    return today() - timedelta(days=days)


def reported(side: Side, by: User, **more: Any) -> Proceeding:
    wanted: dict[str, Any] = {
        "office": "prosecutor", "offences": ("trafficking", "money_laundering"),
        "day": before(20), **more,
    }  # fmt: skip
    return open_proceeding(side, by=by, **wanted)


def reach(side: Side, row: Proceeding, by: User, *stages: str, ground: str = "") -> None:
    """Each of the stages, one after the other, on one day."""
    for stage in stages:
        reach_stage(side, row.pk, by=by, stage=stage, day=before(10), ground=ground)


def planned(side: Side, row: Proceeding, by: User, **more: Any) -> Hearing:
    wanted: dict[str, Any] = {
        "kind": "trial", "day": before(5), "measures": ("screen", "support_person"),
        "interpreter": "ar", "guardian": True, **more,
    }  # fmt: skip
    return plan_hearing(side, row.pk, by=by, **wanted)


def convicted(side: Side, row: Proceeding, by: User) -> None:
    note_judgment(
        side, row.pk, by=by, day=before(3), offence="trafficking", result="convicted",
        penalty_months=48, confiscation=True,
    )  # fmt: skip


def dropped(side: Side, by: User) -> UUID:
    """A proceeding that was dropped; gives the stage that the person is to be told of."""
    row = reported(side, by, office="police")
    reach(side, row, by, "dropped", ground="evidence")
    with acting_as(by):
        return row.stages.order_by("number").last().pk  # type: ignore[union-attr]  # as reached


def told(case: Case, stage: UUID, by: User) -> None:
    tell_of_drop(case, stage, by=by, day=today(), language="en", how="read_aloud", asks_review=True)


def held(case: Case, by: User, note: str = "") -> Allegation:
    return allege(
        case, by=by, acts=("begging", "documents"), stage="charged", office="prosecutor", note=note
    )


def asked(case: Case, row: Allegation, by: User) -> Plea:
    return plead(case, row.pk, by=by, office="prosecutor", day=before(4))


def play_justice(case: Case, other: Case, cast: Cast, words: tuple[str, ...]) -> None:
    """Each kind of row. `words` are sealed: two of the dossier, then three of the file."""
    name, known, number, told_by_person, reasons = words
    by, police = cast.manager_a, cast.investigator
    first, second = handed_over(case, cast), handed_over(other, cast)
    row = offender(first, police, name, f"Drives the van of {known}.")
    there = offender(second, police)
    take_for_same(
        first, row.pk, by=police, reference=second.reference, pseudonym=there.pseudonym
    )  # fmt: skip
    note_asset(
        first, by=police, kind="cash", value=Decimal(4000), currency="EUR", state="frozen",
        day=before(2),
    )  # fmt: skip
    _play_proceedings(case, first, cast, number)
    _play_what_is_due(case, by)
    _play_non_punishment(case, by, (told_by_person, reasons))


def _play_proceedings(case: Case, dossier: Dossier, cast: Cast, number: str) -> None:
    by, police = cast.manager_a, cast.investigator
    row = reported(case, by, number=number)
    reach(case, row, by, "investigated", "prosecuted", "charged")
    heard = planned(dossier, row, police)
    prepare(case, heard.pk, by=by, what=("person", "transport"))
    end_hearing(dossier, heard.pk, by=police, outcome="held", measures=("screen",))
    reach(case, row, by, "hearing")
    planned(case, row, by, kind="appeal", day=today() + timedelta(days=9))
    convicted(dossier, row, police)
    told(case, dropped(case, by), by)


def _play_what_is_due(case: Case, by: User) -> None:
    row = protect(case, by=by, whom="family", kind="no_contact", since=before(9))
    end_protection(case, row.pk, by=by, day=before(1), reason="danger_over")
    made = claim(
        case, by=by, source="state_fund", amount=Decimal(900), currency="EUR", day=before(8)
    )
    for state, amount in (("awarded", Decimal(600)), ("paid", Decimal(150))):
        follow_claim(case, made.pk, by=by, state=state, day=before(2), amount=amount)


def _play_non_punishment(case: Case, by: User, words: tuple[str, str]) -> None:
    said, reasons = words
    row = held(case, by, f"I carried it for {said}.")
    plea = asked(case, row, by)
    note_reply(
        case, plea.pk, by=by, answer="agreed", day=before(1), note=f"As {reasons} wrote."
    )  # fmt: skip
    note_outcome(case, row.pk, by=by, outcome="dropped", day=today())
    held(case, by)
