"""One factor alone opens no page, and no second factor's secret is stored in clear."""

import json
from collections.abc import Callable
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from amparo.people.middleware import SETTING_UP
from amparo.people.models import User
from repo.resolver import Address, addresses
from support.cast import Cast

SIGN_IN, ASK_FOR_CODE = "/account/login/", "/account/second-factor/authenticate/"
SET_UP = "/account/second-factor/totp/activate/"
PASSWORD = "a long enough pass phrase"
ANY = (uuid4(), 1, "x")  # an argument of an address is one of these


def path(address: Address) -> str:
    for values in product(ANY, repeat=len(address.arguments)):
        try:
            return reverse(address.name, kwargs=dict(zip(address.arguments, values, strict=True)))
        except NoReverseMatch:
            continue
    raise AssertionError(f"Give {address.name} a value for {address.arguments}.")


@pytest.fixture
def browser() -> Client:
    cache.clear()  # the sign-in counts attempts
    return Client(headers={"x-forwarded-proto": "https"})


@pytest.fixture
def signed_in(browser: Client, cast: Cast, settings: Settings) -> Client:
    """With a password and no second factor."""
    browser.force_login(cast.coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """A code stays good while the next half minute begins, and a password is read quickly."""
    settings.MFA_TOTP_TOLERANCE = 1
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def code_of(secret: str) -> str:
    *_, now, _ = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, now)))


def test_every_address_leads_to_setting_up_the_second_factor(signed_in: Client) -> None:
    missed = []
    for address, method in product(addresses(), ("get", "post", "head", "put", "delete")):
        if address.name.startswith(SETTING_UP):
            continue
        call: Callable[..., Any] = getattr(signed_in, method)
        response = call(path(address))
        if (response.status_code, response.headers.get("Location")) != (302, SET_UP):
            missed.append(f"{method} {address.name}: {response.status_code}")
    assert missed == []


def test_only_the_pages_of_sign_in_and_language_are_left_out() -> None:
    open_names = {each.name for each in addresses() if each.name.startswith(SETTING_UP)}
    assert {name for name in open_names if not name.startswith("mfa_")} == {
        "account_login", "account_logout", "account_reauthenticate", "set_language",
    }  # fmt: skip


def test_the_demonstration_asks_for_no_second_factor(signed_in: Client, settings: Settings) -> None:
    assert signed_in.get("/").status_code == 302
    settings.DEMO = True
    assert signed_in.get("/").status_code == 200


def test_with_a_second_factor_the_pages_open(signed_in: Client, cast: Cast) -> None:
    TOTP.activate(cast.coordinator, generate_totp_secret())
    assert signed_in.get("/").status_code == 200


def test_the_page_of_setting_up_can_be_reached(signed_in: Client) -> None:
    response = signed_in.get(SET_UP)
    assert response.status_code == 200
    assert 'name="code"' in response.content.decode()


def with_password(user: User) -> str:
    """The secret of the second factor that `user` has beside the password."""
    user.set_password(PASSWORD)
    user.save()
    secret = str(generate_totp_secret())
    TOTP.activate(user, secret)
    return secret


def test_a_password_alone_signs_nobody_in(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    sent = {"login": cast.coordinator.email, "password": PASSWORD}
    assert browser.post(SIGN_IN, sent).headers["Location"] == ASK_FOR_CODE
    assert browser.get("/").headers["Location"].startswith(SIGN_IN)


def test_password_and_code_sign_in(browser: Client, cast: Cast) -> None:
    secret = with_password(cast.coordinator)
    browser.post(SIGN_IN, {"login": cast.coordinator.email, "password": PASSWORD})
    assert browser.post(ASK_FOR_CODE, {"code": "no code"}).status_code == 200
    assert browser.get("/").status_code == 302
    assert browser.post(ASK_FOR_CODE, {"code": code_of(secret)}).headers["Location"] == "/"
    assert browser.get("/").status_code == 200


def test_somebody_who_left_does_not_sign_in(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    User.objects.filter(pk=cast.coordinator.pk).update(is_active=False)
    browser.post(SIGN_IN, {"login": cast.coordinator.email, "password": PASSWORD})
    assert browser.get("/").headers["Location"].startswith(SIGN_IN)


def stored_rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        return "\n".join(row[0] for row in cursor.fetchall())


def test_the_database_holds_no_secret_in_clear(cast: Cast) -> None:
    secret = generate_totp_secret()
    totp = TOTP.activate(cast.coordinator, secret)
    assert secret not in stored_rows()
    assert totp.validate_code(code_of(secret))


def test_a_row_as_it_is_stored_makes_no_code_that_counts(cast: Cast) -> None:
    secret = generate_totp_secret()
    totp = TOTP.activate(cast.coordinator, secret)
    stored = Authenticator.objects.get(user=cast.coordinator).data["secret"]
    assert stored != secret
    assert secret not in json.dumps(totp.instance.data)


def test_recovery_codes_are_sealed_too(cast: Cast) -> None:
    codes = RecoveryCodes.activate(cast.coordinator).get_unused_codes()
    assert len(codes) == 10
    assert [code for code in codes if code in stored_rows()] == []


def test_the_same_secret_is_stored_differently_each_time(cast: Cast) -> None:
    secret = generate_totp_secret()
    for user in (cast.coordinator, cast.panel):
        TOTP.activate(user, secret)
    assert len({row.data["secret"] for row in Authenticator.objects.all()}) == 2
