"""One factor alone opens no page; a code opens once, and few tries are free."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from amparo.accounts.factors import belonging_to
from amparo.accounts.middleware import SETTING_UP
from amparo.methods import clock
from amparo.people.models import User
from repo.resolver import Address, addresses
from support.cast import Cast
from support.factors import PASSWORD, code_of, with_app, with_password

SIGN_IN, ASK_FOR_CODE = "/account/login/", "/account/second-factor/authenticate/"
CHOOSE, SET_UP = "/account/second-factor/choose/", "/account/second-factor/app/add/"
ANY = (uuid4(), 1, "x")  # an argument of an address is one of these


def path(address: Address) -> str:
    for values in product(ANY, repeat=len(address.arguments)):
        try:
            return reverse(address.name, kwargs=dict(zip(address.arguments, values, strict=True)))
        except NoReverseMatch:
            continue
    raise AssertionError(f"Give {address.name} a value for {address.arguments}.")


def typed(browser: Client, user: User, code: str) -> str:
    """Where password and code lead."""
    cache.clear()
    browser.post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    answer = browser.post(ASK_FOR_CODE, {"code": code})
    return answer.headers.get("Location", answer.content.decode())


@pytest.mark.asvs("6.3.3", "6.3.4")
def test_every_address_leads_to_setting_up_the_second_factor(signed_in: Client) -> None:
    missed = []
    for address, method in product(addresses(), ("get", "post", "head")):
        if address.name.startswith(SETTING_UP):
            continue
        call: Callable[..., Any] = getattr(signed_in, method)
        response = call(path(address))
        if (response.status_code, response.headers.get("Location")) != (302, CHOOSE):
            missed.append(f"{method} {address.name}: {response.status_code}")
    assert missed == []


def test_only_the_pages_of_sign_in_and_language_are_left_out() -> None:
    open_names = {each.name for each in addresses() if each.name.startswith(SETTING_UP)}
    assert {name for name in open_names if not name.startswith("mfa_")} == {
        "account_login", "account_logout", "account_signed_out", "account_reauthenticate",
        "account_choose_factor", "set_language",
    }  # fmt: skip


def test_the_demonstration_asks_for_no_second_factor(signed_in: Client, settings: Settings) -> None:
    assert signed_in.get("/").status_code == 302
    settings.DEMO = True
    assert signed_in.get("/").status_code == 200


def test_with_a_second_factor_the_pages_open(signed_in: Client, cast: Cast) -> None:
    with_app(cast.coordinator)
    assert signed_in.get("/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(signed_in: Client, cast: Cast) -> None:
    with belonging_to(cast.coordinator):
        RecoveryCodes.activate(cast.coordinator)
    assert signed_in.get("/").headers["Location"] == CHOOSE


def test_the_page_of_setting_up_can_be_reached(signed_in: Client) -> None:
    response = signed_in.get(SET_UP)
    assert response.status_code == 200
    assert 'name="code"' in response.content.decode()


@pytest.mark.asvs("6.3.3")
def test_a_password_alone_signs_nobody_in(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    sent = {"login": cast.coordinator.email, "password": PASSWORD}
    assert browser.post(SIGN_IN, sent).headers["Location"] == ASK_FOR_CODE
    assert browser.get("/").headers["Location"].startswith(SIGN_IN)


def test_password_and_code_sign_in(browser: Client, cast: Cast) -> None:
    secret = with_password(cast.coordinator)
    assert "Incorrect code" in typed(browser, cast.coordinator, "no code")
    assert browser.get("/").status_code == 302
    assert typed(browser, cast.coordinator, code_of(secret)) == "/"
    assert browser.get("/").status_code == 200


@pytest.mark.asvs("6.5.1", "6.5.8")
def test_a_code_is_good_once(browser: Client, cast: Cast) -> None:
    code = code_of(with_password(cast.coordinator))
    assert typed(browser, cast.coordinator, code) == "/"
    browser.post("/account/logout/")
    assert "Incorrect code" in typed(browser, cast.coordinator, code)


@pytest.mark.asvs("6.5.1")
def test_the_code_that_set_the_app_up_does_not_sign_in(signed_in: Client, cast: Cast) -> None:
    page = signed_in.get(SET_UP).context
    secret = page["form"].secret
    code = code_of(secret)
    answer = signed_in.post(SET_UP, {"code": code})
    assert answer.headers["Location"] == "/account/second-factor/codes/"
    signed_in.post("/account/logout/")
    cast.coordinator.set_password(PASSWORD)
    cast.coordinator.save()
    assert "Incorrect code" in typed(signed_in, cast.coordinator, code)


@pytest.mark.asvs("6.5.1")
def test_a_recovery_code_is_good_once_and_until_there_is_a_new_list(
    browser: Client, cast: Cast
) -> None:
    with_password(cast.coordinator)
    with belonging_to(cast.coordinator):
        first, second, *_ = RecoveryCodes.activate(cast.coordinator).get_unused_codes()
    assert len(first) == 12
    assert typed(browser, cast.coordinator, first) == "/"
    browser.post("/account/logout/")
    assert "Incorrect code" in typed(browser, cast.coordinator, first)
    assert typed(browser, cast.coordinator, second) == "/"


@pytest.mark.asvs("6.3.1", "6.6.3")
def test_after_five_wrong_codes_the_right_one_waits_its_time(browser: Client, cast: Cast) -> None:
    secret = with_password(cast.coordinator)
    for _ in range(5):
        assert "Incorrect code" in typed(browser, cast.coordinator, "000000")
    assert "Too many attempts" in typed(browser, cast.coordinator, code_of(secret))
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert typed(browser, cast.coordinator, code_of(secret)) == "/"


def test_somebody_who_left_does_not_sign_in(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    User.objects.filter(pk=cast.coordinator.pk).update(is_active=False)
    browser.post(SIGN_IN, {"login": cast.coordinator.email, "password": PASSWORD})
    assert browser.get("/").headers["Location"].startswith(SIGN_IN)
