"""Turning 18 asks consent anew; the date of birth stays sealed, its quarter is enough."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.actions.files import correct_identity
from amparo.cases.child.actions.of_age import quarter_of_age
from amparo.cases.child.queries import asked_anew_since, coming_of_age
from amparo.cases.child.tests.steps import decided
from amparo.cases.consents.actions import record_consent
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
TASK = "ask for their own consent anew"


def born(case: Case, cast: Cast, day: str) -> None:
    correct_identity(case, by=cast.manager_a, identity={"birth_date": day})


def asked(case: Case, cast: Cast) -> date | None:
    with acting_as(cast.manager_a):
        return asked_anew_since(case_with(case.pk))


@pytest.mark.parametrize(
    ("birth", "quarter"),
    [
        (date(2008, 1, 1), date(2026, 1, 1)),
        (date(2008, 3, 31), date(2026, 1, 1)),
        (date(2008, 4, 1), date(2026, 4, 1)),
        (date(2008, 2, 29), date(2026, 1, 1)),
        (date(2009, 12, 31), date(2027, 10, 1)),
    ],
)
def test_the_quarter_of_the_eighteenth_birthday(birth: date, quarter: date) -> None:
    assert quarter_of_age(birth) == quarter


def test_a_child_is_asked_from_the_quarter_on_in_which_they_turn_18(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    now = today()
    born(child, cast, date(now.year - 18, now.month, 1).isoformat())
    assert asked(child, cast) == quarter_of_age(date(now.year - 18, now.month, 1))
    client = client_of(cast.manager_a)
    for path in ("", "child/"):
        html = client.get(f"/files/{child.reference}/{path}").content.decode()
        assert TASK in html
        assert "Since \u2068" in html


def test_a_younger_child_is_not_asked_before(cast: Cast, child: Case) -> None:
    now = today()
    born(child, cast, date(now.year - 15, 6, 1).isoformat())
    assert asked(child, cast) is None
    with clock.at(clock.now() + timedelta(days=4 * 366)):
        assert asked(child, cast) is not None


@pytest.mark.parametrize("written", ["about sixteen", "2010-02-30", ""])
def test_a_date_that_is_none_tells_nothing(written: str, cast: Cast, child: Case) -> None:
    with acting_as(cast.manager_a):
        before = coming_of_age(child)
    correct_identity(child, by=cast.manager_a, identity={"birth_date": written})
    with acting_as(cast.manager_a):
        assert coming_of_age(child) == before


def test_their_own_yes_ends_the_question(cast: Cast, child: Case) -> None:
    decided(child, "adult", by=cast.panel)
    assert asked(child, cast) == today()
    record_consent(
        child, by=cast.manager_a, purpose="identification", recipients="both", language="en",
        how="signed", given_by="guardian",
    )  # fmt: skip
    assert asked(child, cast) is not None
    record_consent(
        child, by=cast.manager_a, purpose="identification", recipients="both", language="en",
        how="signed", given_by="person",
    )  # fmt: skip
    assert asked(child, cast) is None


def test_whoever_never_was_a_child_here_is_not_asked_anew(cast: Cast) -> None:
    assert asked(files.received(cast), cast) is None
