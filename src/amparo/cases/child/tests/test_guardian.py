"""A guardian is asked for, appointed and ended; nobody with a conflict of interest is one."""

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.child.actions.guardian import appoint_guardian, end_guardian, request_guardian
from amparo.cases.child.deeds import PAGE
from amparo.cases.child.queries import guardian_of, last_guardian_step
from amparo.cases.child.tests.steps import decided, with_guardian
from amparo.cases.models import Case
from amparo.cases.pages.opening import open_words
from amparo.vocab.codelists import load
from support import files
from support.cast import Cast

CONFLICTS = [code for code in load("guardian_conflicts").codes if code != "none"]


def speaks(case: Case, cast: Cast) -> bool:
    with acting_as(cast.coordinator):
        return guardian_of(case) is not None


def test_a_guardian_is_there_from_the_appointment_to_the_end(cast: Cast, child: Case) -> None:
    request_guardian(child, by=cast.manager_a, office="court")
    assert not speaks(child, cast)
    row = with_guardian(child, by=cast.manager_a)
    assert speaks(child, cast)
    assert (repr(row.name), repr(row.contact)) == ("<sealed>", "<sealed>")
    end_guardian(child, by=cast.manager_a, reason="replaced")
    assert not speaks(child, cast)
    request_guardian(child, by=cast.manager_a, office="court")
    with acting_as(cast.manager_a):
        last = last_guardian_step(child)
    assert last and last.number == 4


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_nobody_with_a_conflict_of_interest_is_appointed(
    conflict: str, cast: Cast, child: Case
) -> None:
    with pytest.raises(Refused, match="conflict of interest"):
        appoint_guardian(
            child, by=cast.manager_a, office="relative", conflict=conflict, name="Yssolande"
        )
    assert not speaks(child, cast)


def test_two_guardians_are_never_there_at_once_and_none_ends_who_was_not(
    cast: Cast, child: Case
) -> None:
    with pytest.raises(Refused, match="No guardian is appointed"):
        end_guardian(child, by=cast.manager_a, reason="replaced")
    with_guardian(child, by=cast.manager_a)
    with pytest.raises(Refused, match="there already"):
        with_guardian(child, by=cast.manager_a)
    with pytest.raises(Refused, match="there already"):
        request_guardian(child, by=cast.manager_a, office="court")


def test_an_adult_gets_no_guardian_and_loses_the_one_they_had(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="an adult"):
        request_guardian(files.received(cast), by=cast.manager_a, office="court")
    with_guardian(child, by=cast.manager_a)
    decided(child, "adult", by=cast.panel)
    end_guardian(child, by=cast.manager_a, reason="of_age")
    assert not speaks(child, cast)


def test_who_the_guardian_is_opens_with_a_purpose_and_to_nobody_else(
    cast: Cast, child: Case
) -> None:
    with_guardian(child, by=cast.manager_a)
    told = open_words(child, PAGE, by=cast.manager_a, purpose="safety")
    assert {(str(t.what), t.written.text) for t in told} == {
        ("The guardian’s name", "Yssolande"),
        ("How to reach the guardian", "at the office"),
    }
    with pytest.raises(Refused):
        open_words(child, PAGE, by=cast.manager_b, purpose="safety")
