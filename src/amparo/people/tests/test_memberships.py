"""A place in a unit gives its rights from its first day to its last, and on no other."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from amparo.people.country import today as country_day
from amparo.people.models import Mandate, Membership, Unit, User
from amparo.people.queries import active_users, units, users_by_id
from support.cast import Cast

OFFSETS = (-400, -1, 0, 1, 400)
PERIODS = [
    (since, until)
    for since, until in product(OFFSETS, (None, *OFFSETS))
    if until is None or until >= since
]


def day(offset: int) -> date:
    return country_day() + timedelta(days=offset)


def place(user: User, unit: Unit, since: int, until: int | None) -> Membership:
    end = None if until is None else day(until)
    return Membership.objects.create(user=user, unit=unit, since=day(since), until=end)


@pytest.mark.parametrize(("since", "until"), PERIODS)
def test_a_membership_lives_from_its_first_day_to_its_last(
    since: int, until: int | None, cast: Cast
) -> None:
    made = place(cast.stranger, cast.units["bureau"], since, until)
    lives = since <= 0 and (until is None or until >= 0)
    assert (made in Membership.objects.live()) == lives
    assert (cast.units["bureau"] in units().of(cast.stranger)) == lives


def test_a_membership_cannot_end_before_it_begins(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="ends_after_it_begins"), transaction.atomic():
        place(cast.stranger, cast.units["bureau"], 0, -1)


def test_somebody_who_was_twice_in_a_unit_has_it_once(cast: Cast) -> None:
    for since, until in ((-30, -10), (-5, None), (-3, None)):
        place(cast.stranger, cast.units["bureau"], since, until)
    assert list(units().of(cast.stranger)) == [cast.units["bureau"], cast.units["school"]]


def test_units_are_found_by_what_they_are_there_for(cast: Cast) -> None:
    found = {unit.slug for unit in units().with_mandate(Mandate.FIRST_RESPONDER)}
    assert found == {"police", "centre_a", "centre_b"}


def test_whoever_left_is_no_active_user_and_keeps_the_name_in_the_log(cast: Cast) -> None:
    left = cast.manager_b
    left.is_active = False
    left.save()
    assert left not in active_users()
    assert users_by_id([left.pk]) == {left.pk: left}


def test_an_address_is_the_same_however_it_is_typed(cast: Cast) -> None:
    typed = cast.coordinator.email.upper()
    assert User.objects.get_by_natural_key(typed) == cast.coordinator
