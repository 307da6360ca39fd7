"""A child who is held: an alarm that counts hours, on the file and on the first page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.child.actions.detention import ALARM, end_detention, note_detention
from amparo.cases.child.models import Detention
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def held(case: Case, cast: Cast, *, hours: int = 1, place: str = "police") -> Detention:
    since = clock.now() - timedelta(hours=hours)
    return note_detention(case, by=cast.manager_a, place=place, since=since)


def alarms(case: Case, cast: Cast) -> list[Clock]:
    with acting_as(cast.manager_a):
        return [row for row in running_clocks(case) if row.rule == ALARM]


def test_the_alarm_runs_for_the_countrys_hours_from_the_first_of_them(
    cast: Cast, child: Case
) -> None:
    row = held(child, cast, hours=3)
    (alarm,) = alarms(child, cast)
    assert alarm.started_at == row.since
    assert alarm.due_at - row.since == timedelta(hours=country().clocks[ALARM].amount)


def test_to_move_a_child_from_cell_to_cell_starts_no_new_hours(cast: Cast, child: Case) -> None:
    by = cast.manager_a
    first = held(child, cast, hours=5)
    with pytest.raises(Refused, match="hours go on counting"):
        end_detention(child, first.pk, by=by, how="moved")
    second = held(child, cast, place="closed_centre")
    end_detention(child, first.pk, by=by, how="moved")
    (alarm,) = alarms(child, cast)
    assert alarm.started_at == first.since
    end_detention(child, second.pk, by=by, how="guardian")
    assert alarms(child, cast) == []


def test_a_detention_ends_once_and_in_its_own_file(cast: Cast, child: Case) -> None:
    row = held(child, cast)
    other = files.received(cast, age="child")
    with pytest.raises(Refused, match="no such detention"):
        end_detention(other, row.pk, by=cast.manager_a, how="home")
    end_detention(child, row.pk, by=cast.manager_a, how="home")
    with pytest.raises(Refused, match="no such detention"):
        end_detention(child, row.pk, by=cast.manager_a, how="home")


def test_nobody_is_held_from_tomorrow_on(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="still to come"):
        held(child, cast, hours=-24)


def test_the_alarm_stands_on_the_file_on_the_route_and_on_the_first_page(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    client = client_of(cast.manager_a)
    held(child, cast, hours=30)
    for path in (f"/files/{child.reference}/", f"/files/{child.reference}/child/"):
        assert "The child is detained: the last resort" in client.get(path).content.decode()
    assert "Alarm: a child is still detained" in client.get("/").content.decode()
