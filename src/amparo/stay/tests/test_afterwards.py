"""After a return: the arrival is confirmed, and for twelve months somebody asks."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import approve
from amparo.cases.actions.closings import propose_closing
from amparo.cases.clocks.models import Clock
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import day_of, today
from amparo.people.queries import as_of_now
from amparo.stay.actions.afterwards import confirm_arrival, end_monitoring, visit
from amparo.stay.models import ReturnVisit
from amparo.stay.queries import ARRIVAL, hanging, last_question
from amparo.stay.rules import months_after
from amparo.stay.tests.steps import arrived, residence, travelled
from support import files
from support.cast import Cast

MONTHS = (1, 3, 6, 12)


def questions(case: Case, cast: Cast) -> list[Clock]:
    with acting_as(cast.manager_a):
        return hanging(case, ARRIVAL)


def test_somebody_asks_after_one_three_six_and_twelve_months(cast: Cast, case: Case) -> None:
    row = arrived(case, by=cast.manager_a)
    days = [day_of(each.due_at) for each in questions(case, cast)]
    assert days == [months_after(row.day, months) for months in MONTHS]
    assert last_question(row) == days[-1]
    assert residence(case, cast) == State.ARRIVED


def test_nobody_arrives_before_they_left_or_tomorrow(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    travelled(case, by=by)
    for later, sentence in ((1, "still to come"), (-1, "before they have left")):
        day = today() + timedelta(days=later)
        with pytest.raises(Refused, match=sentence):
            confirm_arrival(case, by=by, day=day, confirmer="person", way="spoken")


def test_whoever_was_not_reached_is_asked_for_again(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    arrived(case, by=by)
    visit(case, by=by, reached=False)
    assert len(questions(case, cast)) == len(MONTHS)
    visit(case, by=by, reached=True, safe="safe", needs=("livelihood",))
    assert len(questions(case, cast)) == len(MONTHS) - 1


def test_one_answer_is_enough_for_each_question_until_then(cast: Cast, case: Case) -> None:
    arrived(case, by=cast.manager_a)
    with clock.at(clock.now() + timedelta(days=200)):
        visit(case, by=as_of_now(cast.manager_a), reached=True, safe="not_said")
        assert len(questions(case, cast)) == 1


def test_the_monitoring_ends_with_its_last_answer_or_with_a_reason(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = arrived(case, by=by)
    with pytest.raises(Refused, match="say why it ends before"):
        end_monitoring(case, by=by)
    with clock.at(clock.now() + (last_question(row) - today())):
        later = as_of_now(by)
        with pytest.raises(Refused, match="has not reached them"):
            end_monitoring(case, by=later)
        visit(case, by=later, reached=True, safe="safe")
        end_monitoring(case, by=later)
    assert residence(case, cast) == State.MONITORED
    assert questions(case, cast) == []


def test_it_ends_early_with_a_reason_and_then_once(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    arrived(case, by=by)
    end_monitoring(case, by=by, reason="person")
    assert questions(case, cast) == []
    with pytest.raises(Refused, match="No arrival is confirmed"):
        end_monitoring(case, by=by, reason="person")


def test_a_file_does_not_close_while_somebody_is_asked_for(cast: Cast) -> None:
    by = cast.manager_a
    case = files.confirmed(cast)
    arrived(case, by=by)
    with pytest.raises(Refused, match="end the monitoring first"):
        approve(propose_closing(case, by=by, reason="support_completed"), by=cast.coordinator)
    end_monitoring(case, by=by, reason="handed_over")
    files.close(case, by=by, second=cast.coordinator, reason="support_completed")
    with acting_as(by):
        assert files.fresh(case).identification == State.CLOSED


def test_the_database_lets_only_whoever_was_reached_speak(cast: Cast, case: Case) -> None:
    row = arrived(case, by=cast.manager_a)
    with acting_as(cast.manager_a):
        said = ReturnVisit(
            case=case, at=clock.now(), by=cast.manager_a, arrival=row, reached=False, safe="safe"
        )
        with pytest.raises(IntegrityError, match="only_who_was_reached"), transaction.atomic():
            said.save(force_insert=True)
