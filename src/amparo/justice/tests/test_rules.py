"""The rules of proceedings, by themselves."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amparo.cases.machine import MOVES, State, Track
from amparo.justice.rules import (
    ASSET_ORDER,
    Sums,
    asset_hindrance,
    claim_hindrance,
    hearing_hindrance,
    is_open,
    judgment_hindrance,
    next_stages,
    plea_hindrance,
    stage_hindrance,
    to_prepare,
)

STAGES = ["", *(move.state for move in MOVES[Track.JUSTICE])]
ANSWERS = ["agreed", "partly", "waits", "refused"]
money = st.decimals(min_value=1, max_value=1000, places=2)


@given(st.sampled_from(STAGES), st.sampled_from(STAGES[1:]), st.booleans(), st.booleans())
def test_a_stage_follows_the_machine_and_what_it_rests_on(
    last: str, wanted: str, ready: bool, told: bool
) -> None:
    said = stage_hindrance(last, wanted, hearings=ready, judged=ready, told=told)
    needs = wanted in (State.HEARING, State.JUDGED) and not ready
    untold = wanted == State.FINAL and last == State.DROPPED and not told
    assert (said == "") == (wanted in next_stages(last) and not needs and not untold)


def test_a_child_is_heard_with_a_guardian_and_nobody_else_must() -> None:
    assert hearing_hindrance(child=True, guardian=False)
    for child, guardian in ((True, True), (False, True), (False, False)):
        assert hearing_hindrance(child=child, guardian=guardian) == ""


@given(st.sets(st.sampled_from(["person", "interpreter", "transport"])), st.booleans())
def test_an_interpreter_is_asked_for_only_where_one_is_needed(
    done: set[str], interpreter: bool
) -> None:
    left = to_prepare(("person", "interpreter", "transport"), interpreter=interpreter, done=done)
    assert ("interpreter" in left) == (interpreter and "interpreter" not in done)
    assert not set(left) & done


def test_a_penalty_follows_a_conviction_of_an_offence_of_the_proceeding() -> None:
    of: dict[str, Any] = {"offence": "trafficking", "offences": ["trafficking"]}
    assert judgment_hindrance("convicted", penalty=3, confiscation=True, **of) == ""
    assert judgment_hindrance("acquitted", penalty=None, confiscation=False, **of) == ""
    assert judgment_hindrance("acquitted", penalty=3, confiscation=False, **of)
    assert judgment_hindrance("other", penalty=None, confiscation=True, **of)


@given(money, money, money, money)
def test_no_more_is_paid_than_was_awarded_nor_awarded_than_was_claimed(
    claimed: Decimal, awarded: Decimal, paid: Decimal, more: Decimal
) -> None:
    sums = Sums(claimed, awarded, paid)
    assert (claim_hindrance("paid", more, sums, over=False) == "") == (paid + more <= awarded)
    assert (claim_hindrance("awarded", more, sums, over=False) == "") == (paid <= more <= claimed)
    assert claim_hindrance("paid", more, Sums(claimed, None, Decimal(0)), over=False)
    assert claim_hindrance("paid", None, sums, over=False)


def test_a_claim_that_is_over_takes_no_step_and_a_refusal_no_amount() -> None:
    fresh = Sums(Decimal(5), None, Decimal(0))
    assert claim_hindrance("refused", None, fresh, over=False) == ""
    assert claim_hindrance("given_up", None, fresh, over=False) == ""
    assert claim_hindrance("refused", Decimal(1), fresh, over=False)
    assert claim_hindrance("refused", None, Sums(Decimal(5), Decimal(4), Decimal(0)), over=False)
    assert claim_hindrance("awarded", Decimal(1), fresh, over=True)


def test_what_is_given_away_takes_no_step_more() -> None:
    assert asset_hindrance("", "frozen") == ""
    assert asset_hindrance("frozen", "confiscated") == ""
    assert asset_hindrance("", "to_victim")
    assert not {"to_victim", "to_state", "released"} & ASSET_ORDER.keys()
    assert asset_hindrance("to_victim", "to_state")


@given(st.lists(st.sampled_from(ANSWERS)))
def test_a_request_waits_until_it_is_decided_and_an_agreement_is_the_last_answer(
    answers: list[str],
) -> None:
    assert is_open(answers) == (not answers or answers[-1] == "waits")
    assert (plea_hindrance(answers) == "") == (not answers or answers[-1] != "agreed")
