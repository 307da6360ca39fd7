"""A return is wished, informed, assessed in both places, decided; and the bare step is refused."""

from datetime import timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused, standing_of
from amparo.cases.actions.steps import step
from amparo.cases.child.tests.steps import ended, planned, weighed, with_guardian
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.opening import open_words
from amparo.cases.steps import plain_steps
from amparo.methods import clock
from amparo.people.country import country, today
from amparo.stay.actions.afterwards import travel
from amparo.stay.actions.returning import ask_anew, decide_return, end_wish
from amparo.stay.deeds import PAGE
from amparo.stay.tests.steps import (
    assessed,
    both_assessed,
    decided,
    reflection,
    residence,
    travelled,
    wished,
)
from support import files
from support.cast import Cast

WAY = (
    State.RETURN_WISHED, State.RETURN_ASSESSED, State.RETURN_DECIDED, State.TRAVELLED,
    State.ARRIVED, State.MONITORED,
)  # fmt: skip


def refused_bare(case: Case, state: State, cast: Cast) -> None:
    with pytest.raises(Refused):
        step(case, Track.RESIDENCE, state, by=cast.manager_a)


def test_no_step_of_a_return_is_taken_without_what_it_rests_on(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    refused_bare(case, State.RETURN_WISHED, cast)
    wished(case, by=by)
    refused_bare(case, State.RETURN_ASSESSED, cast)
    both_assessed(case, by=by)
    refused_bare(case, State.RETURN_DECIDED, cast)
    decided(case, by=by)
    refused_bare(case, State.TRAVELLED, cast)
    travel(case, by=by, day=today(), company="alone")
    refused_bare(case, State.ARRIVED, cast)
    assert residence(case, cast) == State.TRAVELLED


def test_no_step_of_a_return_is_offered_as_a_plain_one(cast: Cast, case: Case) -> None:
    with acting_as(cast.manager_a):
        offered = plain_steps(case, Track.RESIDENCE, standing_of(cast.manager_a))
    assert not set(offered) & {*WAY, State.PERMIT, State.REFLECTION_STAY}
    assert State.NATIONAL in offered


def test_nobody_is_returned_against_their_wish(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="voluntary"):
        wished(case, by=cast.manager_a, own=False)
    wished(case, by=cast.manager_a)
    both_assessed(case, by=cast.manager_a)
    with pytest.raises(Refused, match="does not wish it any more"):
        decide_return(case, by=cast.manager_a, still_wished=False, language="en", plan="None.")
    assert residence(case, cast) == State.RETURN_ASSESSED


@pytest.mark.parametrize("place", ["here", "there"])
def test_one_place_alone_is_half_an_assessment(place: str, cast: Cast, case: Case) -> None:
    by = cast.manager_a
    wished(case, by=by)
    assessed(case, place, by=by)
    assert residence(case, cast) == State.RETURN_WISHED
    with pytest.raises(Refused, match="are not assessed yet"):
        decided(case, by=by)
    assessed(case, "there" if place == "here" else "here", by=by)
    assert residence(case, cast) == State.RETURN_ASSESSED


def test_an_old_assessment_decides_nothing(cast: Cast, case: Case) -> None:
    by, most = cast.manager_a, country().return_assessment_days
    with clock.at(clock.now() - timedelta(days=most + 1)):
        wished(case, by=by)
        both_assessed(case, by=by)
    with pytest.raises(Refused, match=f"older than {most} days"):
        decided(case, by=by)
    both_assessed(case, by=by)
    decided(case, by=by)
    later, sentence = clock.now() + timedelta(days=most + 1), f"older than {most} days"
    with clock.at(later), pytest.raises(Refused, match=sentence):
        travel(case, by=by, day=today(), company="alone")


@pytest.mark.parametrize(("answer", "sentence"), [("unknown", "still open"), ("grave", "a danger")])
def test_what_is_not_known_or_cannot_be_met_holds_the_decision(
    answer: str, sentence: str, cast: Cast, case: Case
) -> None:
    by = cast.manager_a
    wished(case, by=by)
    assessed(case, "here", by=by)
    assessed(case, "there", by=by, reach=answer)
    with pytest.raises(Refused, match=sentence):
        decided(case, by=by)


def test_what_happened_since_asks_for_both_places_anew(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    wished(case, by=by)
    both_assessed(case, by=by)
    decided(case, by=by)
    assert ask_anew(case, by=by, why="threat") is not None
    with pytest.raises(Refused, match="are assessed first"):
        travel(case, by=by, day=today(), company="alone")
    both_assessed(case, by=by)
    travel(case, by=by, day=today(), company="alone")


def test_nobody_leaves_before_their_return_is_decided(cast: Cast, case: Case) -> None:
    by, yesterday = cast.manager_a, today() - timedelta(days=1)
    wished(case, by=by)
    both_assessed(case, by=by)
    decided(case, by=by)
    with pytest.raises(Refused, match="before their return is decided"):
        travel(case, by=by, day=yesterday, company="alone")
    assert residence(case, cast) == State.RETURN_DECIDED


def test_a_mind_is_changed_until_the_journey(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    reflection(case, by=by)
    wished(case, by=by)
    both_assessed(case, by=by)
    decided(case, by=by)
    end_wish(case, by=by, reason="changed_mind")
    assert residence(case, cast) == State.REFLECTION_STAY
    with pytest.raises(Refused, match="No wish of the person"):
        decided(case, by=by)
    travelled(case, by=by)
    with pytest.raises(Refused, match="has travelled already"):
        end_wish(case, by=by, reason="changed_mind")


def test_a_wish_is_written_down_once(cast: Cast, case: Case) -> None:
    wished(case, by=cast.manager_a)
    with pytest.raises(Refused, match="written down already"):
        wished(case, by=cast.manager_a)


def test_a_child_returns_only_where_that_was_found_best_and_was_prepared(cast: Cast) -> None:
    by, child = cast.manager_a, files.received(cast, age="not_sure")
    with_guardian(child, by=by)
    wished(child, by=by)
    both_assessed(child, by=by)
    with pytest.raises(Refused, match="only where that was found best"):
        decided(child, by=by)
    weighed(child, by=by, subject="return", decider="court")
    decided(child, by=by)
    with pytest.raises(Refused, match="has prepared the return"):
        travel(child, by=by, day=today(), company="guardian")
    ended(child, planned(child, by=by, kind="return"), by=by)
    travel(child, by=by, day=today(), company="guardian")
    assert residence(child, cast) == State.TRAVELLED


def test_what_was_said_about_a_return_opens_with_a_purpose(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = wished(case, by=by, destination="Velcandre", words="My mother is there.")
    assert repr(row.destination) == "<sealed>"
    told = {str(t.what): t.written.text for t in open_words(case, PAGE, by=by, purpose="safety")}
    assert told["Where the person wishes to return"] == "Velcandre"
    with pytest.raises(Refused):
        open_words(case, PAGE, by=cast.manager_b, purpose="safety")
