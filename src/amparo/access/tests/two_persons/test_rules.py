"""Somebody proposes, somebody else decides, and only while both may (ASVS 2.3.5)."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.standing import Refused
from amparo.access.tests.two_persons.deeds import (
    ABOUT,
    FAILING,
    PLAIN,
    doers,
    own,
    plain,
    waits_for,
)
from amparo.access.two_persons import Kind, Proposal, approve, propose, refuse, register, withdraw
from amparo.access.two_persons.queries import released
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.country import today as country_day
from amparo.people.models import Membership, User
from support.cast import Cast

END = timedelta(hours=72)


def test_nothing_is_done_by_a_proposal(cast: Cast) -> None:
    plain(cast.manager_a)
    assert doers() == []


@pytest.mark.asvs("2.3.5")
def test_a_second_person_says_yes_and_it_is_done_in_their_name(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    approve(proposal, by=cast.coordinator)
    assert doers() == [cast.coordinator.pk]
    told = entries().filter(object_id=proposal.pk).order_by("at", "pk")
    assert {(row.action, row.actor) for row in told} == {
        ("proposed: test_plain", cast.manager_a.pk),
        ("approved: test_plain", cast.coordinator.pk),
        ("did the deed", cast.coordinator.pk),
    }


@pytest.mark.asvs("2.3.5")
def test_nobody_approves_or_refuses_their_own(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    for decide in (approve, refuse):
        with pytest.raises(Refused, match="Somebody else"):
            decide(proposal, by=cast.manager_a)
    assert doers() == []


def test_what_was_agreed_to_is_looked_for_by_its_kind(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    approve(proposal, by=cast.coordinator)
    with acting_as(cast.manager_a):
        assert list(released(cast.manager_a, PLAIN)) == [proposal]
        assert not released(cast.manager_a, ABOUT).exists()


def test_nobody_decides_what_is_about_themselves(cast: Cast) -> None:
    proposal = plain(cast.manager_a, subject=cast.coordinator.pk)
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.coordinator)
    approve(proposal, by=cast.auditor)


def invited(puppet: User, maker: User) -> None:
    User.objects.filter(pk=puppet.pk).update(invited_by=maker)


def granted(puppet: User, maker: User) -> None:
    puppet.memberships.update(granted_by=maker)


@pytest.mark.parametrize("make", [invited, granted])
def test_who_was_made_by_the_proposer_is_no_second_person(
    make: Callable[[User, User], None], cast: Cast
) -> None:
    proposal = plain(cast.administrator)
    make(cast.manager_a, cast.administrator)
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.manager_a)
    assert (waits_for(cast.manager_a), waits_for(cast.coordinator)) == ([], [proposal])
    make(cast.auditor, cast.manager_a)  # made by a third person: may
    approve(proposal, by=cast.auditor)


def ended(user: User) -> None:
    user.memberships.update(until=country_day() - timedelta(days=1))


def closed(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.asvs("8.3.2")
@pytest.mark.parametrize("lose", [ended, closed])
def test_the_proposer_must_still_have_the_mandate(lose: Callable[[User], None], cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    lose(cast.manager_a)
    with pytest.raises(Refused, match="may no longer ask"):
        approve(proposal, by=cast.coordinator)
    assert doers() == []


@pytest.mark.asvs("8.3.2")
def test_the_second_person_must_have_it_now_whatever_the_session_remembers(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    assert waits_for(cast.coordinator) == [proposal]
    ended(cast.coordinator)
    for decide in (approve, refuse):
        with pytest.raises(Refused, match="no mandate"):
            decide(proposal, by=cast.coordinator)


def test_whose_mandate_is_for_something_else_decides_nothing(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    for name in ("provider", "stranger", "statistician"):
        with pytest.raises(Refused, match="no mandate"):
            approve(proposal, by=cast.users[name])
    with pytest.raises(Refused, match="no mandate"):
        plain(cast.stranger)


@pytest.mark.parametrize(("late", "done"), [(-1, True), (0, False), (1, False)])
def test_it_expires_to_the_second_after_72_hours(late: int, done: bool, cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    with clock.at(proposal.at + END + timedelta(seconds=late)):
        assert (waits_for(cast.coordinator) == [proposal]) is done
        if done:
            approve(proposal, by=cast.coordinator)
        else:
            with pytest.raises(Refused, match="expired"):
                approve(proposal, by=cast.coordinator)
    assert len(doers()) == done


@pytest.mark.parametrize("first", [approve, refuse])
def test_what_is_decided_stays_decided(first: Callable[..., None], cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    first(proposal, by=cast.coordinator)
    before = len(doers())
    for decide, by in ((approve, cast.auditor), (refuse, cast.auditor), (withdraw, cast.manager_a)):
        with pytest.raises(Refused, match="decided already"):
            decide(proposal, by=by)
    assert len(doers()) == before


@pytest.mark.asvs("2.3.3")
def test_a_deed_that_fails_leaves_the_proposal_waiting(cast: Cast) -> None:
    proposal = plain(cast.manager_a, FAILING)
    with pytest.raises(Refused, match="cannot be done"):
        approve(proposal, by=cast.coordinator)
    assert (doers(), waits_for(cast.coordinator)) == ([], [proposal])


def test_only_the_proposer_withdraws(cast: Cast) -> None:
    proposal = plain(cast.manager_a)
    with pytest.raises(Refused, match="Only whoever proposed"):
        withdraw(proposal, by=cast.coordinator)
    assert own(cast.manager_a) == [proposal]
    withdraw(proposal, by=cast.manager_a)
    assert own(cast.manager_a) == []


def test_without_a_reason_nothing_is_proposed(cast: Cast) -> None:
    with pytest.raises(Refused, match="Say why"):
        propose(PLAIN, by=cast.manager_a, subject=uuid4(), reason=" ")


def test_about_a_case_both_need_the_case_and_nobody_else_sees_it(cast: Cast) -> None:
    case = uuid4()
    with pytest.raises(Refused, match="not shared"):
        propose(ABOUT, by=cast.manager_a, subject=case, case=case, reason="over")
    share(
        case,
        cast.units["centre_a"],
        [Purpose.CASEWORK],
        by=cast.coordinator,
        under=OWN_RECORD,
        recipient=Recipient.OWN,
    )
    cast.manager_a.__dict__.pop("_standing", None)
    proposal = propose(ABOUT, by=cast.manager_a, subject=case, case=case, reason="over")
    assert proposal.sentence == f"Does it to {case}"
    with pytest.raises(Refused, match="not shared"):
        approve(proposal, by=cast.manager_b)
    for user, seen in ((cast.manager_b, False), (cast.auditor, False), (cast.coordinator, True)):
        with acting_as(user):
            assert Proposal.objects.filter(pk=proposal.pk).exists() is seen, user
    approve(proposal, by=cast.coordinator)


def test_a_kind_that_nobody_could_see_waiting_is_an_error() -> None:
    kind = Kind("odd", "Odd", Act.CLOSE, Act.ANSWER_OFFER, lambda proposal, by: None)
    with pytest.raises(ImproperlyConfigured, match="odd"):
        register(kind)


def test_the_units_of_the_cast_are_as_these_tests_believe(cast: Cast) -> None:
    assert Membership.objects.filter(granted_by=None).count() == len(cast.users)
