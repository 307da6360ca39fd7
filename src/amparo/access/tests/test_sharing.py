"""A case comes to a unit by being shared, for a purpose; both walls say the same about it."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.models import Grant
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.queries import grants
from amparo.access.standing import (
    Refused,
    require,
    require_on_case,
    shared_for,
    standing_of,
    unit_for,
)
from amparo.audit.queries import entries
from amparo.people.country import today as country_day
from amparo.people.models import Membership, User
from amparo.vault.actions import make_keys, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment, DataKey
from support.cast import Cast

BOTH = (Purpose.CASEWORK, Purpose.IDENTITY)
share_own = partial(share, under=OWN_RECORD, recipient=Recipient.OWN)


def anew(user: User) -> User:
    """As the next request reads the user: nothing is kept from the last."""
    return User.objects.get(pk=user.pk)


def make_case_keys(case: UUID, cast: Cast) -> None:
    """As when a file is opened: by a unit whose own record it is."""
    share_own(case, cast.units["police"], BOTH, by=cast.first_responder)
    with acting_as(cast.first_responder):
        make_keys(case, by=cast.first_responder)


def rows(statement: str, user: User) -> set[str]:
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute(statement)
        return {str(row[0]) for row in cursor.fetchall()}


def test_sharing_again_changes_nothing_and_logs_nothing(cast: Cast) -> None:
    case, unit = uuid4(), cast.units["centre_b"]
    share_own(case, unit, BOTH, by=cast.coordinator)
    logged = entries().of_case(case).count()
    share_own(case, unit, BOTH, by=cast.coordinator)
    assert grants().of_case(case).count() == 2
    assert entries().of_case(case).count() == logged == 1


def test_a_further_purpose_is_added_to_what_is_shared(cast: Cast) -> None:
    case, unit = uuid4(), cast.units["centre_b"]
    share_own(case, unit, [Purpose.CASEWORK], by=cast.coordinator)
    assert shared_for(cast.manager_b, case) == {"casework"}
    share_own(case, unit, BOTH, by=cast.coordinator)
    assert shared_for(cast.manager_b, case) == {"casework", "identity"}


def test_the_database_keeps_one_live_share_per_purpose(cast: Cast) -> None:
    case, unit = uuid4(), cast.units["centre_b"]
    share_own(case, unit, [Purpose.CASEWORK], by=cast.coordinator)
    twin = Grant(case_id=case, unit=unit, purpose="casework", since=timezone.now())
    twin.by = cast.coordinator
    with pytest.raises(IntegrityError, match="shared_once"), transaction.atomic():
        twin.save(force_insert=True)


def test_a_share_that_ended_counts_no_more(cast: Cast) -> None:
    case, unit = uuid4(), cast.units["centre_b"]
    share_own(case, unit, BOTH, by=cast.coordinator)
    grants().of_case(case).update(until=timezone.now())
    assert shared_for(anew(cast.manager_b), case) == frozenset()
    with pytest.raises(Refused):
        require_on_case(cast.manager_b, Act.SEE_CASE, case)


def test_a_unit_with_casework_alone_sees_no_identity_key(cast: Cast) -> None:
    case, unit = uuid4(), cast.units["centre_b"]
    make_case_keys(case, cast)
    share_own(case, unit, [Purpose.CASEWORK], by=cast.coordinator)
    with acting_as(cast.manager_b):
        seen = list(DataKey.objects.filter(case_id=case).values_list("compartment", flat=True))
        assert seen == ["facts"]
        open_sealed(case, Compartment.FACTS, by=cast.manager_b, purpose="safety")
        with pytest.raises(CannotOpen, match="not for you"):
            open_sealed(case, Compartment.IDENTITY, by=cast.manager_b, purpose="safety")


def test_a_unit_with_identity_alone_sees_no_key_of_the_facts(cast: Cast) -> None:
    case = uuid4()
    make_case_keys(case, cast)
    share_own(case, cast.units["centre_b"], [Purpose.IDENTITY], by=cast.coordinator)
    with acting_as(cast.manager_b):
        assert [key.compartment for key in DataKey.objects.filter(case_id=case)] == ["identity"]


def test_both_walls_agree_who_is_in_which_unit_today(cast: Cast) -> None:
    today = country_day()
    places: list[tuple[date, date | None]] = [
        (today, None), (today - timedelta(9), today), (today - timedelta(9), today - timedelta(1)),
        (today + timedelta(1), None),
    ]  # fmt: skip
    names = ("panel", "bureau", "police", "shelter")
    for name, (since, until) in zip(names, places, strict=True):
        Membership.objects.create(
            user=cast.stranger, unit=cast.units[name], since=since, until=until
        )
    standing = standing_of(anew(cast.stranger))
    assert rows("SELECT amparo_units()", cast.stranger) == {str(unit) for unit in standing.units}
    assert standing.units == {cast.units[name].pk for name in ("school", "panel", "bureau")}


@pytest.mark.parametrize("name", ["coordinator", "panel", "stranger", "auditor"])
def test_both_walls_agree_who_oversees(name: str, cast: Cast) -> None:
    user = cast.users[name]
    assert rows("SELECT amparo_oversees()", user) == {str(standing_of(user).oversees)}


@pytest.mark.parametrize("purpose", BOTH)
def test_both_walls_agree_what_is_shared(purpose: Purpose, cast: Cast) -> None:
    for unit in ("centre_a", "centre_b", "panel"):
        for purposes in ([Purpose.CASEWORK], [Purpose.IDENTITY], BOTH):
            share_own(uuid4(), cast.units[unit], purposes, by=cast.coordinator)
    for user in cast.users.values():
        held = grants().held_by(standing_of(user)).for_purpose(purpose)
        first = {str(case) for case in held.values_list("case_id", flat=True)}
        assert rows(f"SELECT amparo_cases('{purpose}')", user) == first


def test_who_leaves_a_unit_loses_its_cases_with_the_next_request(cast: Cast) -> None:
    case = uuid4()
    share_own(case, cast.units["centre_b"], BOTH, by=cast.coordinator)
    require_on_case(cast.manager_b, Act.SEE_CASE, case)
    cast.manager_b.memberships.update(until=country_day() - timedelta(days=1))
    with pytest.raises(Refused):
        require_on_case(anew(cast.manager_b), Act.SEE_CASE, case)
    assert rows("SELECT amparo_cases('casework')", cast.manager_b) == set()


def test_somebody_acts_for_the_first_of_their_units_that_may(cast: Cast) -> None:
    today = country_day()
    Membership.objects.create(user=cast.stranger, unit=cast.units["police"], since=today)
    Membership.objects.create(user=cast.stranger, unit=cast.units["centre_a"], since=today)
    assert unit_for(anew(cast.stranger), Act.SCREEN) == cast.units["centre_a"]
    assert unit_for(anew(cast.stranger), Act.CLOSE) == cast.units["centre_a"]
    with pytest.raises(Refused, match="no mandate"):
        unit_for(anew(cast.stranger), Act.DECIDE)


def test_a_refusal_says_why_in_a_sentence(cast: Cast) -> None:
    with pytest.raises(Refused, match="Your unit has no mandate for this"):
        require(cast.stranger, Act.SCREEN)
    with pytest.raises(Refused, match="not shared with your unit"):
        require_on_case(cast.manager_b, Act.SEE_CASE, uuid4())
