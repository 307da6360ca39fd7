"""Whoever was away finds what they had typed, and nobody else does; a locked screen is locked."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from amparo.accounts.limits import IDLE, LONGEST
from amparo.accounts.queries import sessions_of
from amparo.accounts.tests.test_sessions import begun, is_open, stored
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.factors import PASSWORD, code_of, with_app, with_password

COUNT = reverse("directory:count", kwargs={"slug": "harbour"})
TYPED = {"free": "2", "note": "Two beds by the Quibrandel window"}
BY_PASSWORD = "/account/reauthenticate/"
CONFIRM = "/account/second-factor/reauthenticate/"


@pytest.fixture
def late() -> datetime:
    return clock.now() + IDLE + timedelta(minutes=1)


def comes_back(browser: Client, user: User, secret: str) -> str:
    """Signs in again where the page of whoever was away leads; where that goes on."""
    cache.clear()
    browser.post("/account/login/?next=/account/kept/", {"login": user.email, "password": PASSWORD})
    answer = browser.post("/account/second-factor/authenticate/", {"code": code_of(secret)})
    return str(answer.headers["Location"])


@pytest.fixture
def secret(signed_in: Client, cast: Cast, settings: Settings) -> str:
    """Of the app of the coordinator, who is at work."""
    made = with_password(cast.coordinator)
    signed_in.force_login(cast.coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert is_open(signed_in)
    return made


def test_what_was_typed_waits_for_whoever_was_away(
    signed_in: Client, cast: Cast, secret: str, late: datetime
) -> None:
    with clock.at(late):
        page = signed_in.post(COUNT, TYPED)
        assert page.status_code == 401
        assert "Not saved yet, and not lost" in page.content.decode()
        assert "Quibrandel" not in stored()
        assert comes_back(signed_in, cast.coordinator, secret) == "/account/kept/"
        html = signed_in.get("/account/kept/").content.decode()
        assert f'action="{COUNT}"' in html
        assert 'name="free" value="2"' in html
        assert "Quibrandel window" in html


def test_it_waits_too_when_the_eight_hours_are_over(
    signed_in: Client, cast: Cast, secret: str
) -> None:
    begun(cast.coordinator, LONGEST)
    page = signed_in.post(COUNT, TYPED)
    assert page.status_code == 401
    assert comes_back(signed_in, cast.coordinator, secret) == "/account/kept/"
    assert "Quibrandel window" in signed_in.get("/account/kept/").content.decode()


def test_nobody_else_finds_it(signed_in: Client, cast: Cast, secret: str, late: datetime) -> None:
    other = with_password(cast.panel)
    with clock.at(late):
        signed_in.post(COUNT, TYPED)
        comes_back(signed_in, cast.panel, other)
        assert signed_in.get("/account/kept/").headers["Location"] == "/"
        assert "kept" not in signed_in.session


def test_it_can_be_thrown_away(signed_in: Client, cast: Cast, secret: str, late: datetime) -> None:
    with clock.at(late):
        signed_in.post(COUNT, TYPED)
        comes_back(signed_in, cast.coordinator, secret)
        signed_in.post("/account/kept/")
        assert "kept" not in signed_in.session


def test_a_password_typed_too_late_is_not_kept(
    signed_in: Client, secret: str, late: datetime
) -> None:
    with clock.at(late):
        signed_in.post("/account/password/", {"oldpassword": PASSWORD})
        assert "kept" not in signed_in.session


def test_what_is_too_long_is_not_kept_and_it_is_said(
    signed_in: Client, secret: str, late: datetime
) -> None:
    with clock.at(late):
        page = signed_in.post(COUNT, {"note": "x" * 200_001}).content.decode()
    assert "was not saved. Do it again" in page


def test_another_page_cannot_have_a_form_kept(cast: Cast, settings: Settings) -> None:
    """Without our token nothing is kept, so that no stranger's form waits for a click."""
    strict = Client(enforce_csrf_checks=True, headers={"x-forwarded-proto": "https"})
    with_app(cast.coordinator)
    strict.force_login(cast.coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
    begun(cast.coordinator, LONGEST)
    assert strict.post(COUNT, TYPED).status_code == 403


def test_whoever_never_was_here_is_sent_to_sign_in(browser: Client, db: None) -> None:
    assert browser.post(COUNT, TYPED).headers["Location"].startswith("/account/login/")


def test_typing_counts_as_being_here(signed_in: Client, cast: Cast, secret: str) -> None:
    start = clock.now()
    for minutes in (20, 40, 60):
        with clock.at(start + timedelta(minutes=minutes)):
            assert signed_in.get("/account/still-here/").status_code == 204
    assert sessions_of(cast.coordinator)[0].seen_at == start + timedelta(minutes=60)


def test_a_locked_screen_opens_nothing_until_a_factor_is_shown(
    signed_in: Client, secret: str
) -> None:
    assert is_open(signed_in)
    signed_in.post("/account/lock/")
    for path in ("/", "/files/", "/account/", "/account/password/", "/account/second-factor/keys/"):
        assert signed_in.get(path).headers["Location"].startswith(BY_PASSWORD)
    signed_in.post(CONFIRM, {"code": "000000"})
    assert not is_open(signed_in)
    signed_in.post(CONFIRM, {"code": code_of(secret)})
    assert is_open(signed_in)


def test_locked_again_it_asks_again(signed_in: Client, secret: str) -> None:
    signed_in.post("/account/lock/")
    signed_in.post("/account/reauthenticate/", {"password": PASSWORD})
    assert is_open(signed_in)
    signed_in.post("/account/lock/")
    assert not is_open(signed_in)


def test_a_locked_screen_can_still_be_left(signed_in: Client, secret: str) -> None:
    signed_in.post("/account/lock/")
    assert signed_in.post("/account/logout/").headers["Location"] == "/account/signed-out/"
