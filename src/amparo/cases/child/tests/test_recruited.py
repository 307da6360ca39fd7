"""Victim status and proceedings of a recruited child: two facts that never derive from each other.

S4-III ¶7, S4-IV ¶3: each can be true beside the other.
"""

from collections.abc import Callable
from itertools import product
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.child.actions.recruited import (
    note_recruitment,
    say_proceedings,
    say_victim_standing,
)
from amparo.cases.child.queries import proceedings_standing, victim_standing
from amparo.cases.child.tests.steps import decided, stored
from amparo.cases.machine import Track
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.vocab.codelists import load
from support.cast import Cast

Browser = Callable[[User], Client]
VICTIM = load("child_standings").codes
PROCEEDINGS = load("child_proceedings").codes


def facts(case: Case, cast: Cast) -> tuple[str, str]:
    with acting_as(cast.manager_a):
        victim, proceedings = victim_standing(case), proceedings_standing(case)
    return (victim.standing if victim else "", proceedings.standing if proceedings else "")


def tracks(case: Case, cast: Cast) -> list[str]:
    return [getattr(stored(case, cast), track) for track in Track]


def test_each_standing_of_the_one_goes_with_each_of_the_other_in_either_order(
    cast: Cast, child: Case
) -> None:
    by, before = cast.manager_a, tracks(child, cast)
    for victim, proceedings in product(VICTIM, PROCEEDINGS):
        _, unmoved = facts(child, cast)
        say_victim_standing(child, by=by, standing=victim, authority="court")
        assert facts(child, cast) == (victim, unmoved)
        say_proceedings(child, by=by, standing=proceedings, authority="court")
        assert facts(child, cast) == (victim, proceedings)
    assert tracks(child, cast) == before


@pytest.mark.parametrize("proceedings", PROCEEDINGS)
def test_who_is_not_recorded_as_a_victim_is_not_made_one_by_proceedings(
    proceedings: str, cast: Cast, child: Case
) -> None:
    say_proceedings(child, by=cast.manager_a, standing=proceedings, authority="court")
    assert facts(child, cast) == ("", proceedings)


def test_the_prosecutor_may_send_a_child_out_of_the_courts(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    """And each of the two facts says who says so, with its day, on a page that shows no tag."""
    client, by = client_of(cast.manager_a), cast.manager_a
    note_recruitment(child, by=by, group="gang", way="at_school", returned=False)
    path = f"/files/{child.reference}/child/"
    sent = {"key": uuid4(), "standing": "diverted", "authority": "prosecutor"}
    assert client.post(f"{path}proceedings/", sent).status_code == 302
    say_victim_standing(child, by=by, standing="recognised", authority="child_protection")
    html = client.get(path).content.decode()
    assert "Measures outside the courts (Prosecutor, \u2068" in html
    assert "Recognised as a victim (The child protection authority, \u2068" in html


def test_what_happened_to_a_child_is_still_written_once_they_are_an_adult(
    cast: Cast, child: Case
) -> None:
    decided(child, "adult", by=cast.panel)
    row = note_recruitment(
        child, by=cast.manager_a, group="gang", way="at_school", returned=True, note="At the gate."
    )
    assert (row.group, row.returned, repr(row.note)) == ("gang", True, "<sealed>")
