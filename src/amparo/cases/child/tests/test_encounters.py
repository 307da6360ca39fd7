"""No interview, move or step of a return closes without a guardian there, or the reason why not."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.child.actions.encounters import plan_encounter
from amparo.cases.child.models import EncounterEnd
from amparo.cases.child.queries import open_encounters
from amparo.cases.child.tests.steps import decided, ended, planned, weighed, with_guardian
from amparo.cases.guards import hindrances
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from amparo.vocab.codelists import load
from support import files
from support.cast import Cast

KINDS = ("interview", "move", "return")
REASONS = load("guardian_absences").codes


@pytest.mark.parametrize("kind", KINDS)
def test_no_meeting_closes_without_a_guardian_or_a_reason(
    kind: str, cast: Cast, child: Case
) -> None:
    by = cast.manager_a
    row = planned(child, by=by, kind=kind)
    with pytest.raises(Refused, match="not met without a guardian"):
        ended(child, row, by=by, guardian_present=False)
    with pytest.raises(Refused, match="No guardian is appointed"):
        ended(child, row, by=by)
    with_guardian(child, by=by)
    assert ended(child, row, by=by).guardian_present


@pytest.mark.parametrize("reason", REASONS)
def test_a_recorded_reason_stands_in_the_guardians_place(
    reason: str, cast: Cast, child: Case
) -> None:
    by = cast.manager_a
    row = planned(child, by=by)
    end = ended(child, row, by=by, guardian_present=False, absence=reason)
    assert (end.guardian_present, end.absence) == (False, reason)


def test_the_database_keeps_no_meeting_without_either(cast: Cast, child: Case) -> None:
    row = planned(child, by=cast.manager_a)
    with acting_as(cast.manager_a):
        end = EncounterEnd(
            case=child, at=clock.now(), by=cast.manager_a, encounter=row, outcome="held",
            guardian_present=False, absence="",
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="met_alone"), transaction.atomic():
            end.save(force_insert=True)


def test_a_meeting_closes_once_and_not_before_its_day(cast: Cast, child: Case) -> None:
    by = cast.manager_a
    with_guardian(child, by=by)
    later = plan_encounter(
        child, by=by, kind="interview", office="court", day=today() + timedelta(days=1)
    )
    with pytest.raises(Refused, match="still to come"):
        ended(child, later, by=by)
    ended(child, later, by=by, outcome="cancelled", guardian_present=False)
    with pytest.raises(Refused, match="no such meeting"):
        ended(child, later, by=by)


def test_nobody_closes_the_meeting_of_another_file(cast: Cast, child: Case) -> None:
    other = files.received(cast, age="child")
    row = planned(other, by=cast.manager_a)
    with pytest.raises(Refused, match="no such meeting"):
        ended(child, row, by=cast.manager_a, guardian_present=False, absence="danger_now")


def test_an_adult_is_met_without_this_and_what_was_open_is_still_closed(
    cast: Cast, child: Case
) -> None:
    by = cast.manager_a
    row = planned(child, by=by)
    decided(child, "adult", by=cast.panel)
    with pytest.raises(Refused, match="an adult"):
        planned(child, by=by)
    ended(child, row, by=by, guardian_present=False, absence="of_age")
    with acting_as(by):
        assert open_encounters(child) == []


def test_a_file_does_not_close_while_a_meeting_is_open(cast: Cast) -> None:
    by = cast.manager_a
    child = files.confirmed(cast, age="child")
    row = planned(child, by=by)
    with pytest.raises(Refused, match="is still open"):
        files.close(child, by=by, second=cast.coordinator, reason="support_completed")
    ended(child, row, by=by, outcome="cancelled", guardian_present=False)
    files.close(child, by=by, second=cast.coordinator, reason="support_completed")


def said(case: Case, state: State, *, by: User) -> str:
    """What stands in the way of a state of the return, all of it."""
    with acting_as(by):
        return " ".join(hindrances(case, state))


def test_a_child_returns_only_where_that_was_found_best_and_was_prepared(
    cast: Cast, child: Case
) -> None:
    by = cast.manager_a
    with_guardian(child, by=by)
    assert "only where that was found best" in said(child, State.RETURN_DECIDED, by=by)
    assert "only where that was found best" in said(child, State.TRAVELLED, by=by)
    weighed(child, by=by, subject="return", decider="court")
    assert "only where that was found best" not in said(child, State.RETURN_DECIDED, by=by)
    assert "has prepared the return" in said(child, State.TRAVELLED, by=by)
    ended(child, planned(child, by=by, kind="return"), by=by)
    assert "has prepared the return" not in said(child, State.TRAVELLED, by=by)


def test_a_later_doubt_about_the_return_stops_it(cast: Cast, child: Case) -> None:
    by = cast.manager_a
    with_guardian(child, by=by)
    weighed(child, by=by, subject="return", decider="court")
    weighed(child, by=by, subject="return", outcome="against")
    assert "only where that was found best" in said(child, State.RETURN_DECIDED, by=by)
