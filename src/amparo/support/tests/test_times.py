"""Needs and risks are assessed in time and again; whoever leaves is asked how they are, safely."""

from datetime import datetime, timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.closings import propose_closing
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import day_of
from amparo.referrals.actions.needs import record_need
from amparo.support.actions.assessment import ask_anew
from amparo.support.clocks import AGAIN, due_of, follow_up_codes
from amparo.support.tests.steps import (
    assessed,
    followed,
    in_course,
    later,
    left,
    planned,
    reached_by,
)
from support import files
from support.cast import Cast

FIRST = "needs_assessed"


def running(case: Case, cast: Cast) -> dict[str, datetime]:
    with acting_as(cast.coordinator):
        return {row.rule: row.due_at for row in running_clocks(case)}


def follow_ups(case: Case, cast: Cast) -> list[str]:
    return [code for code in running(case, cast) if code in follow_up_codes()]


def gone(case: Case, cast: Cast) -> None:
    """Support has ended, and the person agreed to be asked later."""
    in_course(case, cast)
    reached_by(case, by=cast.manager_a)
    left(case, by=cast.manager_a)


def test_the_first_assessment_is_due_from_the_beginning_of_support(cast: Cast, case: Case) -> None:
    assert FIRST not in running(case, cast)
    files.placed(cast, case)
    assert FIRST in running(case, cast)
    assessed(case, by=cast.manager_a)
    assert FIRST not in running(case, cast)


def test_the_next_one_is_due_on_the_day_that_was_said_and_no_later_than_the_limit(
    cast: Cast, case: Case
) -> None:
    by, now = cast.manager_a, clock.now()
    assessed(case, by=by, review=later(3))
    due = running(case, cast)[AGAIN]
    assert day_of(due - timedelta(seconds=1)) == later(3)
    with pytest.raises(Refused, match="at the latest"):
        assessed(case, by=by, review=later(40))
    assessed(case, by=by, review=day_of(due_of(AGAIN, now)))
    assert running(case, cast)[AGAIN] > due


def test_an_event_asks_anew_at_once_and_an_assessment_answers_it(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    assessed(case, by=by)
    with acting_as(by):
        ask_anew(files.fresh(case), by=by)
    assert running(case, cast)[AGAIN] <= clock.now()
    assessed(case, by=by)
    assert running(case, cast)[AGAIN] > clock.now()


def test_what_was_said_before_somebody_who_came_along_is_asked_again_at_once(
    cast: Cast, case: Case
) -> None:
    assessed(case, by=cast.manager_a, listeners=("came_with",))
    assert running(case, cast)[AGAIN] <= clock.now()


def test_nothing_is_asked_anew_where_nobody_is_helped(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    with acting_as(by):
        ask_anew(files.fresh(case), by=by)
    assert AGAIN not in running(case, cast)
    planned(case, cast)
    left(case, by=by, follow_up=False)
    with acting_as(by):
        ask_anew(files.fresh(case), by=by)
    assert AGAIN not in running(case, cast)


def test_the_follow_ups_of_the_country_run_only_for_whoever_agreed(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    in_course(case, cast)
    with pytest.raises(Refused, match="no safe way"):
        left(case, by=by)
    reached_by(case, by=by, channel="none")
    with pytest.raises(Refused, match="no safe way"):
        left(case, by=by)
    left(case, by=by, follow_up=False)
    assert follow_ups(case, cast) == []
    with pytest.raises(Refused, match="No follow-up is to come"):
        followed(case, by=by)


def test_each_follow_up_answers_the_one_that_comes_first(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    gone(case, cast)
    codes = list(follow_up_codes())
    assert sorted(follow_ups(case, cast)) == sorted(codes)
    said = [followed(case, by=by, contact="no_answer").rule for _ in codes]
    assert said == ["follow_up_1", "follow_up_3", "follow_up_6", "follow_up_12"]
    assert follow_ups(case, cast) == []


def test_who_was_not_reached_has_said_nothing(cast: Cast, case: Case) -> None:
    gone(case, cast)
    row = followed(case, by=cast.manager_a, contact="no_answer", danger="acute", wants_help=True)
    assert (row.danger, row.housing, row.wants_help) == ("", "", False)


def test_the_person_may_end_the_follow_ups(cast: Cast, case: Case) -> None:
    gone(case, cast)
    followed(case, by=cast.manager_a, contact="no_more")
    assert follow_ups(case, cast) == []


def test_nobody_is_asked_by_a_way_that_is_safe_no_more(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    gone(case, cast)
    reached_by(case, by=by, channel="none")
    with pytest.raises(Refused, match="nobody gets in touch"):
        followed(case, by=by)
    followed(case, by=by, contact="not_safe")


def test_whoever_is_helped_again_is_not_followed_up(cast: Cast, case: Case) -> None:
    gone(case, cast)
    followed(case, by=cast.manager_a, wants_help=True)
    record_need(case, by=cast.manager_a, kind="shelter", urgency="tonight", region="north")
    assert follow_ups(case, cast) == []


def test_no_file_closes_before_its_follow_ups_are_done(cast: Cast) -> None:
    by, case = cast.manager_a, files.confirmed(cast)
    gone(case, cast)
    with pytest.raises(Refused, match="Follow-ups are still to come"):
        propose_closing(case, by=by, reason="support_completed")
    followed(case, by=by, contact="no_more")
    files.close(case, by=by, second=cast.coordinator, reason="support_completed")
