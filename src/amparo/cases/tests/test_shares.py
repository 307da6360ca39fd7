"""What a unit may see of a file has an end, at once or after a last day, in both walls."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.policy import Act
from amparo.access.standing import Refused, is_allowed
from amparo.audit.queries import entries
from amparo.cases.actions.shares import end_share
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import today, zone
from amparo.people.models import User
from amparo.people.queries import as_of_now
from support.cast import Cast

Browser = Callable[[User], Client]


def walls(user: User, case: Case) -> tuple[bool, bool]:
    fresh = as_of_now(user)
    with acting_as(fresh):
        rows = Case.objects.filter(pk=case.pk).exists()
    return is_allowed(fresh, Act.SEE_CASE, case.pk), rows


@pytest.mark.asvs("8.3.2")
def test_it_ends_at_once_in_both_walls(case: Case, cast: Cast) -> None:
    assert walls(cast.panel, case) == (True, True)
    end_share(case, cast.units["panel"], by=cast.manager_a)
    assert walls(cast.panel, case) == (False, False)
    assert walls(cast.manager_a, case) == (True, True)
    assert entries().of_case(case.pk).filter(action="ended sharing").count() == 1


def test_the_last_day_still_counts_until_its_midnight_here(case: Case, cast: Cast) -> None:
    day = today() + timedelta(days=3)
    end_share(case, cast.units["panel"], by=cast.coordinator, last_day=day)
    midnight = datetime.combine(day + timedelta(days=1), time.min, zone())
    for moment, sees in ((midnight - timedelta(seconds=1), True), (midnight, False)):
        with clock.at(moment):
            assert walls(cast.panel, case) == (sees, sees)
    assert walls(cast.panel, case) == (True, True)


def test_what_cannot_be_ended_says_why(case: Case, cast: Cast) -> None:
    with pytest.raises(Refused, match="own record"):
        end_share(case, cast.units["police"], by=cast.coordinator)
    with pytest.raises(Refused, match="not shared"):
        end_share(case, cast.units["shelter"], by=cast.coordinator)
    yesterday = today() - timedelta(days=1)
    with pytest.raises(Refused, match="day is over"):
        end_share(case, cast.units["panel"], by=cast.coordinator, last_day=yesterday)


@pytest.mark.parametrize("name", ["first_responder", "panel", "manager_b", "administrator"])
def test_nobody_else_ends_it(name: str, case: Case, cast: Cast) -> None:
    with pytest.raises(Refused):
        end_share(case, cast.units["panel"], by=cast.users[name])
    assert walls(cast.panel, case) == (True, True)


def test_the_page_shows_each_unit_and_ends_one(case: Case, cast: Cast, client_of: Browser) -> None:
    browser, address = client_of(cast.manager_a), f"/files/{case.reference}/sharing/"
    page = browser.get(address).content.decode()
    for words in ("panel unit", "centre_a unit", "own record", "no end set"):
        assert words in page
    end = f"{address}{cast.units['panel'].pk}/end/"
    assert browser.post(end, {"key": uuid4()}).status_code == 302
    assert walls(cast.panel, case) == (False, False)
    assert browser.get(end).status_code == 404
