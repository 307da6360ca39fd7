"""What is written on the page moves the track; what is not written holds it back."""

from uuid import uuid4

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused, standing_of
from amparo.cases.actions.closings import propose_closing
from amparo.cases.actions.steps import step
from amparo.cases.child.tests.steps import with_guardian
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.steps import plain_steps
from amparo.cases.tests.steps import statuses
from amparo.referrals.actions.needs import record_need
from amparo.support.actions.inclusion import note_inclusion
from amparo.support.actions.plan import end_goal, set_goal
from amparo.support.actions.services import note_feedback, note_service
from amparo.support.queries import open_goals
from amparo.support.tests.steps import (
    agreed,
    assessed,
    begun,
    goal,
    in_course,
    later,
    left,
    planned,
    stored,
)
from support import files
from support.cast import Cast

S = Track.SUPPORT


def way(case: Case, cast: Cast) -> list[str]:
    return [row.state for row in statuses(case, cast, S)]


def test_the_track_goes_from_a_place_to_its_end_by_what_is_written(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    in_course(case, cast)
    note_inclusion(case, by=by, area="work", standing="sought")
    left(case, by=by, follow_up=False)
    assert way(case, cast) == [
        "sought", "placed", "assessed", "planned", "in_course", "inclusion", "ended",
    ]  # fmt: skip


def test_no_step_of_the_plan_is_taken_without_what_it_rests_on(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    refusals = {
        State.ASSESSED: "Record the assessment", State.PLANNED: "No plan was agreed",
        State.IN_COURSE: "No service has begun", State.INCLUSION: "how the person stands",
        State.ENDED: "Record how support ends",
    }  # fmt: skip
    files.placed(cast, case)
    for state, written in (
        (State.ASSESSED, assessed), (State.PLANNED, None), (State.ENDED, None),
    ):  # fmt: skip
        with pytest.raises(Refused, match=refusals[state]):
            step(case, S, state, by=by)
        if written:
            written(case, by=by)
    goal(case, cast)
    agreed(case, by=by)
    with pytest.raises(Refused, match=refusals[State.IN_COURSE]):
        step(case, S, State.IN_COURSE, by=by)
    goal(case, cast, own=True)
    step(case, S, State.IN_COURSE, by=by)
    with pytest.raises(Refused, match=refusals[State.INCLUSION]):
        step(case, S, State.INCLUSION, by=by)


def test_no_step_is_offered_that_has_a_form_of_its_own(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    assessed(case, by=cast.manager_a)
    with acting_as(cast.manager_a):
        assert plain_steps(stored(case, cast), S, standing_of(cast.manager_a)) == []


def test_emergency_help_waits_for_nothing(cast: Cast, case: Case) -> None:
    """No assessment, no plan and no decision stand before a place; nor does a place need them."""
    offer = files.placed(cast, case)
    assert way(case, cast) == ["sought", "placed"]
    begun(case, cast, offer)
    with acting_as(cast.manager_a):
        step(case, S, State.ENDED, by=cast.manager_a)


def test_a_plan_that_still_fits_stays_and_one_that_does_not_is_agreed_anew(
    cast: Cast, case: Case
) -> None:
    by = cast.manager_a
    in_course(case, cast)
    assert assessed(case, by=by, plan_stands=True).plan_stands
    assert stored(case, cast).support == State.IN_COURSE
    assessed(case, by=by, plan_stands=False)
    assert stored(case, cast).support == State.ASSESSED
    with pytest.raises(Refused, match="No plan was agreed"):
        step(case, S, State.PLANNED, by=by)
    assert agreed(case, by=by).version == 2
    assert stored(case, cast).support == State.IN_COURSE, "its service runs already"


def test_no_plan_stands_before_there_is_one(cast: Cast, case: Case) -> None:
    assert not assessed(case, by=cast.manager_a, plan_stands=True).plan_stands
    assert stored(case, cast).support == State.ASSESSED


def test_each_service_of_a_plan_has_its_own_referral_and_the_track_stays(
    cast: Cast, case: Case
) -> None:
    in_course(case, cast)
    record_need(case, by=cast.manager_a, kind="health", urgency="days", region="north")
    assert stored(case, cast).support == State.IN_COURSE


def test_a_childs_plan_takes_the_guardians_yes(cast: Cast) -> None:
    by, child = cast.manager_a, files.received(cast, age="child")
    assessed(child, by=by)
    goal(child, cast)
    with pytest.raises(Refused, match="takes a guardian"):
        agreed(child, by=by, guardian_agrees=True)
    with_guardian(child, by=by)
    with pytest.raises(Refused, match="yes of the guardian"):
        agreed(child, by=by)
    assert agreed(child, by=by, guardian_agrees=True).guardian_agrees


def test_a_goal_is_answered_for_by_a_unit_that_knows_the_file_and_ends_once(
    cast: Cast, case: Case
) -> None:
    by = cast.manager_a
    with pytest.raises(Refused, match="does not know the file"):
        set_goal(
            case, by=by, service="health", unit=cast.units["centre_b"], own=True, until=later(9)
        )
    row = goal(case, cast)
    end_goal(case, row.pk, by=by, how="partly")
    with pytest.raises(Refused, match="no such goal"):
        end_goal(case, row.pk, by=by, how="reached")
    with acting_as(by):
        assert open_goals(case) == []


def test_only_a_service_that_accepted_the_person_is_spoken_of(cast: Cast, case: Case) -> None:
    by, waiting = cast.manager_a, files.offered(cast, case)
    for unknown in (uuid4(), waiting.pk):
        with pytest.raises(Refused, match="No such service"):
            note_service(case, unknown, by=by, state="started")
        with pytest.raises(Refused, match="No such service"):
            note_feedback(case, unknown, by=by, useful="yes", safe=True, respected=True)


def test_a_service_that_stopped_may_begin_again(cast: Cast, case: Case) -> None:
    by, offer = cast.manager_a, files.placed(cast, case)
    begun(case, cast, offer)
    with pytest.raises(Refused, match="cannot follow now"):
        begun(case, cast, offer)
    note_service(case, offer.pk, by=by, state="stopped", reason="unfit")
    assert begun(case, cast, offer).number == 3


def test_no_file_closes_while_support_is_in_course(cast: Cast) -> None:
    by, case = cast.manager_a, files.confirmed(cast)
    planned(case, cast)
    with pytest.raises(Refused, match="Record how support ends"):
        propose_closing(case, by=by, reason="support_completed")
    left(case, by=by, follow_up=False)
    files.close(case, by=by, second=cast.coordinator, reason="support_completed")


def test_nothing_is_assessed_or_planned_after_the_end(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    planned(case, cast)
    left(case, by=by, follow_up=False)
    with pytest.raises(Refused, match="Support has ended"):
        assessed(case, by=by)
    with pytest.raises(Refused, match="Support has ended"):
        goal(case, cast)
    with pytest.raises(Refused, match="Assess needs and risks first"):
        agreed(case, by=by)
    record_need(case, by=by, kind="shelter", urgency="tonight", region="north")
    assert stored(case, cast).support == State.SOUGHT


def test_whoever_gives_a_service_writes_nothing_here(cast: Cast, case: Case) -> None:
    offer = files.placed(cast, case)
    with pytest.raises(Refused):
        assessed(case, by=cast.provider)
    with pytest.raises(Refused):
        note_feedback(case, offer.pk, by=cast.provider, useful="yes", safe=True, respected=True)
