"""Pages that say who somebody is open to a passkey alone, after the days of a new account."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from amparo.accounts.tests.test_passkeys import added, confirms
from amparo.people.models import User
from support.cast import Cast
from support.factors import Device, with_app

IDENTITY = "/files/A-2026-00001/identity/"
NEEDED = "/account/key-needed/?next=%2Ffiles%2FA-2026-00001%2Fidentity%2F"


def joined(user: User, days: int) -> None:
    User.objects.filter(pk=user.pk).update(joined_at=timezone.now() - timedelta(days=days))


@pytest.fixture
def old_hand(signed_in: Client, cast: Cast) -> Client:
    """A coordinator of fifteen days, with an app."""
    with_app(cast.coordinator)
    joined(cast.coordinator, 15)
    return signed_in


@pytest.mark.asvs("6.3.3", "7.5.3")
def test_a_code_does_not_open_an_identity(old_hand: Client) -> None:
    assert old_hand.get("/").status_code == 200
    for answer in (old_hand.get(IDENTITY), old_hand.post(IDENTITY, {"purpose": "safety"})):
        assert answer.headers["Location"].startswith("/account/key-needed/")
    page = old_hand.get(NEEDED)
    assert page.status_code == 403
    assert "Set up a passkey" in page.content.decode()


def test_a_new_account_has_two_weeks(old_hand: Client, cast: Cast, settings: Settings) -> None:
    joined(cast.coordinator, 13)
    assert old_hand.get(IDENTITY).status_code == 404  # past this door there is no such file
    settings.KEY_GRACE_DAYS = 12
    assert old_hand.get(IDENTITY).headers["Location"] == NEEDED


@pytest.mark.asvs("6.3.3")
def test_whoever_shows_a_passkey_in_this_session_goes_in(signed_in: Client, cast: Cast) -> None:
    device = Device()
    assert added(signed_in, device) == 1
    assert signed_in.get(IDENTITY).headers["Location"] == NEEDED
    assert "Show the passkey" in signed_in.get(NEEDED).content.decode()
    confirms(signed_in, device)
    assert signed_in.get(IDENTITY).status_code == 404


def test_an_administrator_may_switch_it_off_and_the_demonstration_does(
    old_hand: Client, settings: Settings
) -> None:
    settings.KEY_NEAR_IDENTITY = False
    assert old_hand.get(IDENTITY).status_code == 404


def test_pages_that_say_nothing_of_a_person_ask_for_no_passkey(old_hand: Client) -> None:
    for path in ("/", "/files/", "/figures/", "/services/"):
        assert old_hand.get(path).status_code == 200
