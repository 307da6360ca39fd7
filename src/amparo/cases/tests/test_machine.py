"""Random walks of a case, against a plain reference of its tracks (referral mechanism, B3)."""

from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Purpose, Recipient, Standing, may
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases import machine
from amparo.cases.actions.steps import step
from amparo.cases.machine import MOVES, State, Track
from amparo.cases.models import Case
from amparo.cases.tests.steps import statuses, stored
from amparo.people.models import User
from support import files
from support.cast import MEMBERS, UNITS, Cast

I, S = Track.IDENTIFICATION, Track.SUPPORT  # noqa: E741  as the reference numbers its states
OPENERS, BUREAU, PANEL = (
    ("first_responder", "manager_a", "coordinator"),
    ("coordinator",),
    ("panel",),
)
CLOSERS = ("manager_a", "coordinator")

# (track, from, to): by whom. What is not here is forbidden to everybody.
ARROWS: dict[tuple[str, str, str], tuple[str, ...]] = {
    (I, "screened", "referred"): OPENERS,
    (I, "screened", "notified"): OPENERS,
    (I, "screened", "not_referred"): OPENERS,
    (I, "referred", "received"): BUREAU,
    (I, "received", "presumed"): PANEL,
    (I, "received", "not_presumed"): PANEL,
    (I, "presumed", "reflection"): PANEL,
    (I, "reflection", "confirmed"): PANEL,
    (I, "reflection", "not_confirmed"): PANEL,
    **{
        (I, source, "withdrawn"): OPENERS
        for source in ("screened", "referred", "received", "presumed", "reflection")
    },
    **{
        (I, source, "closed"): CLOSERS
        for source in (
            "notified", "not_referred", "not_presumed", "confirmed", "not_confirmed", "withdrawn",
        )
    },
    (S, "", "sought"): OPENERS,
    (S, "placed", "sought"): OPENERS,
    (S, "ended", "sought"): OPENERS,
    (S, "sought", "placed"): ("provider",),
    (S, "sought", "ended"): CLOSERS,
    (S, "placed", "ended"): CLOSERS,
}  # fmt: skip
ACTORS = (*OPENERS, "panel", "provider")
OPENING = (I, "", "screened")

Try = tuple[str, str, str]  # track, state, actor


@dataclass
class Model:
    """The plain reference: where the case stands, and the way it came."""

    at: dict[str, str] = field(default_factory=lambda: {I: "screened", S: ""})
    way: dict[str, list[str]] = field(default_factory=lambda: {I: ["screened"], S: []})

    def allows(self, track: str, state: str, actor: str) -> bool:
        return actor in ARROWS.get((track, self.at[track], state), ())

    def go(self, track: str, state: str) -> None:
        self.at[track] = state
        self.way[track].append(state)


ANYTHING = st.tuples(
    st.sampled_from([str(I), str(S)]), st.sampled_from(State.values), st.sampled_from(ACTORS)
)


def open_to(model: Model) -> list[Try]:
    return sorted(
        (track, state, actor)
        for (track, source, state), actors in ARROWS.items()
        if model.at[track] == source
        for actor in actors
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
            case.pk, cast.units[name], Purpose, by=cast.first_responder,
            under=OWN_RECORD, recipient=Recipient.OWN,
        )  # fmt: skip
    return case


def taken(case: Case, track: str, state: str, by: User) -> bool:
    try:
        step(case, Track(track), State(state), by=by)
    except Refused as refusal:
        assert str(refusal).endswith(".")
        return False
    return True


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


@pytest.mark.asvs("2.3.1")
def test_a_case_goes_where_the_reference_lets_it_and_nowhere_else(cast: Cast) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(walks())
    def walk(tries: list[Try]) -> None:
        case, model = shared_with_all(cast), Model()
        for track, state, actor in tries:
            before, expected = traces(case), model.allows(track, state, actor)
            assert taken(case, track, state, by=cast.users[actor]) == expected
            if expected:
                model.go(track, state)
            else:
                assert traces(case) == before
        assert_as_the_model(case, model, cast)

    walk()


def test_the_machine_has_the_arrows_of_the_reference_and_no_other() -> None:
    told = {
        (track, source, state)
        for track, moves in MOVES.items()
        for state, move in moves.items()
        for source in move.sources
    }
    assert told == {OPENING, *ARROWS}


def test_each_question_about_an_arrow_has_the_same_answer() -> None:
    for track in Track:
        for source in ("", *State.values):
            nexts = {state for state in State.values if machine.allowed(track, source, state)}
            assert nexts == set(machine.next_states(track, source))
            assert nexts == {
                state for each, at, state in {OPENING, *ARROWS} if (each, at) == (track, source)
            }


def test_a_closed_file_is_never_identified_again() -> None:
    assert machine.next_states(Track.IDENTIFICATION, State.CLOSED) == ()


def test_each_arrow_is_open_to_whom_the_reference_names() -> None:
    for (track, _, state), actors in ARROWS.items():
        act = MOVES[track][state].act
        assert {name for name in ACTORS if may(standing(name), act)} == set(actors), state


def standing(name: str) -> Standing:
    return Standing({UUID(int=0): frozenset(UNITS[MEMBERS[name]])})
