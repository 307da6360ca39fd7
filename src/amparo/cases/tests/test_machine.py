"""Random walks of a case, against a plain reference of its tracks (referral mechanism, B3)."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import THE_FILE, Recipient, Standing, may
from amparo.access.standing import Refused
from amparo.access.two_persons import approve
from amparo.audit.queries import entries
from amparo.cases import guards, machine
from amparo.cases.actions.closings import propose_closing, propose_reopening
from amparo.cases.actions.decisions import withdraw
from amparo.cases.actions.steps import step
from amparo.cases.decisions.models import Decision, Stage
from amparo.cases.machine import FINAL, FIRST, MOVES, State, Track, arrow
from amparo.cases.models import Case
from amparo.cases.tests.steps import statuses, stored
from amparo.cases.tests.tracks_model import ACTORS, ARROWS, OPENINGS, TWO, I, Model, Try
from amparo.methods import clock
from amparo.people.models import User
from support import files
from support.cast import MEMBERS, UNITS, Cast

START = clock.now()
ANYTHING = st.tuples(
    st.sampled_from([str(track) for track in Track]),
    st.sampled_from(State.values),
    st.sampled_from(ACTORS),
)


def open_to(model: Model) -> list[Try]:
    return sorted(
        (track, state, actor)
        for (track, source, state), actors in ARROWS.items()
        if model.at[track] == source
        for actor in actors
        if model.allows(track, state, actor)
    )


@st.composite
def walks(draw: st.DrawFn) -> list[Try]:
    """Half of the tries follow an arrow of the reference, the others try anything at all."""
    model = Model()
    tries: list[Try] = []
    for along in draw(st.lists(st.booleans(), min_size=1, max_size=12)):
        arrows = open_to(model)
        tries.append(draw(st.sampled_from(arrows) if along and arrows else ANYTHING))
        if model.allows(*tries[-1]):
            model.go(*tries[-1][:2])
    return tries


def shared_with_all(cast: Cast) -> Case:
    case = files.opened(cast)
    for name in ("panel", "centre_a", "shelter"):
        share(
            case.pk, cast.units[name], THE_FILE, by=cast.first_responder,
            under=OWN_RECORD, recipient=Recipient.OWN,
        )  # fmt: skip
    return case


def taken(case: Case, tried: Try, cast: Cast) -> bool:
    """Where it takes two, the actor proposes it and somebody else agrees."""
    track, state, actor = tried
    by = cast.users[actor]
    try:
        if track == I and state in TWO:
            second = cast.first_responder if by == cast.coordinator else cast.coordinator
            approve(TWO[state](case, by=by, reason="other"), by=second)
        else:
            if state in (*FIRST, *FINAL):
                decided(case, state, by=cast.panel)
            step(case, Track(track), State(state), by=by)
    except Refused as refusal:
        assert str(refusal).endswith(".")
        return False
    return True


def decided(case: Case, state: str, *, by: User) -> None:
    """A decision that the step may rest on: the database asks for one."""
    with acting_as(by):
        Decision.objects.create(
            case=case, stage=Stage.RECONSIDERED, result=state, at=clock.now(), by=by
        )


def traces(case: Case) -> int:
    """Each step leaves its row in the log."""
    return entries().of_case(case.pk).count()


def assert_as_the_model(case: Case, model: Model, cast: Cast) -> None:
    case = stored(case, cast)
    for track in Track:
        rows = statuses(case, cast, track)
        assert [row.state for row in rows] == model.way[track]
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert [row.before for row in rows] == ["", *model.way[track]][: len(rows)]
        assert getattr(case, track) == model.at[track]


@pytest.fixture
def no_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The arrows alone: what each room asks besides is tried in that room."""
    monkeypatch.setattr(guards, "_guards", {})


@pytest.mark.asvs("2.3.1")
@pytest.mark.usefixtures("no_guards")
def test_a_case_goes_where_the_reference_lets_it_and_nowhere_else(cast: Cast) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(walks())
    def walk(tries: list[Try]) -> None:
        case, model = shared_with_all(cast), Model()
        for number, (track, state, actor) in enumerate(tries):
            before, expected = traces(case), model.allows(track, state, actor)
            # Longer apart than a protected period: what it holds back, test_turning looks at.
            with clock.at(START + number * timedelta(days=40)):
                assert taken(case, (track, state, actor), cast) == expected
            if expected:
                model.go(track, state)
            else:
                assert traces(case) == before
        assert_as_the_model(case, model, cast)

    walk()


def test_the_machine_has_the_arrows_of_the_reference_and_no_other() -> None:
    told = {
        (track, source, move.state)
        for track, moves in MOVES.items()
        for move in moves
        for source in move.sources
    }
    assert told == {*OPENINGS, *ARROWS}


def test_each_question_about_an_arrow_has_the_same_answer() -> None:
    for track in Track:
        for source in ("", *State.values):
            nexts = {state for state in State.values if machine.allowed(track, source, state)}
            assert nexts == set(machine.next_states(track, source))
            assert nexts == {
                state for each, at, state in {*OPENINGS, *ARROWS} if (each, at) == (track, source)
            }


def test_a_closed_file_can_only_be_reopened() -> None:
    assert machine.next_states(Track.IDENTIFICATION, State.CLOSED) == (State.REOPENED,)


def test_nobody_closes_a_file_alone(cast: Cast, case: Case) -> None:
    withdraw(case, by=cast.manager_a, reason="consent_withdrawn")
    with pytest.raises(Refused, match="takes two"):
        step(case, I, State.CLOSED, by=cast.coordinator)
    proposal = propose_closing(case, by=cast.coordinator, reason="person_ended")
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.coordinator)
    with acting_as(cast.manager_a):
        assert f"The file {case.reference} is closed" in proposal.sentence
    with pytest.raises(Refused, match="already"):
        propose_closing(case, by=cast.manager_a, reason="person_ended")
    approve(proposal, by=cast.manager_a)
    assert stored(case, cast).identification == "closed"


def test_a_file_opens_again_with_all_that_stood_in_it(cast: Cast, case: Case) -> None:
    withdraw(case, by=cast.manager_a, reason="consent_withdrawn")
    files.close(case, by=cast.manager_a, second=cast.coordinator, reason="person_ended")
    proposal = propose_reopening(case, by=cast.coordinator, reason="new_facts", note="Seen again.")
    approve(proposal, by=cast.manager_a)
    assert [row.state for row in statuses(case, cast, I)][-3:] == [
        "withdrawn", "closed", "reopened",
    ]  # fmt: skip


def test_each_arrow_is_open_to_whom_the_reference_names() -> None:
    for (track, source, state), actors in ARROWS.items():
        move = arrow(track, source, state)
        assert move is not None
        assert {name for name in ACTORS if may(standing(name), move.act)} == set(actors), state


def standing(name: str) -> Standing:
    return Standing({UUID(int=0): frozenset(UNITS[MEMBERS[name]])})
