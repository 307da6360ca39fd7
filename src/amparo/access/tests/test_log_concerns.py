"""Whoever the rows of the log are about does not decide whether they leave."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from amparo.access.log_exports.actions import ask_for_rows
from amparo.access.standing import Refused
from amparo.access.two_persons import approve, refuse
from amparo.people.models import Membership, User
from support.cast import Cast
from support.sealed import fully_written

ClientOf = Callable[[User], Client]
WHY = "Asked for by the commission."


def of_data_protection(cast: Cast, user: User) -> User:
    """Somebody who works elsewhere too."""
    Membership.objects.create(user=user, unit=cast.units["authority"], since=date(2020, 1, 1))
    return user


@pytest.mark.asvs("2.3.5")
def test_whoever_the_rows_are_about_decides_nothing(cast: Cast, client_of: ClientOf) -> None:
    proposal = ask_for_rows({"person": str(cast.coordinator.pk)}, by=cast.auditor, reason=WHY)
    page = f"/two-persons/{proposal.pk}/"
    assert (
        "Person: Coordinator"
        not in client_of(cast.coordinator).get("/two-persons/").content.decode()
    )
    assert client_of(cast.coordinator).get(page).status_code == 404
    for decide in (approve, refuse):
        with pytest.raises(Refused, match="Somebody else"):
            decide(proposal, by=cast.coordinator)
    second = of_data_protection(cast, cast.stranger)
    assert client_of(second).get(page).status_code == 200
    approve(proposal, by=second)


def test_of_a_file_nobody_decides_who_works_or_worked_on_it(cast: Cast) -> None:
    case = fully_written(cast)
    proposal = ask_for_rows({"case": case.reference}, by=cast.auditor, reason=WHY)
    member = of_data_protection(cast, cast.first_responder)
    moved = of_data_protection(cast, cast.panel)
    moved.memberships.filter(unit=cast.units["panel"]).update(until=date(2020, 2, 1))
    for bound in (member, moved, cast.coordinator):  # who received it
        with pytest.raises(Refused, match="Somebody else"):
            approve(proposal, by=bound)
    approve(proposal, by=of_data_protection(cast, cast.manager_b))


def test_a_file_named_by_nobody_binds_nobody(cast: Cast) -> None:
    fully_written(cast)
    proposal = ask_for_rows({"action": "opened"}, by=cast.auditor, reason=WHY)
    approve(proposal, by=cast.coordinator)
