"""Guessing is slow, says nothing of who has an account, and shuts no colleague out for long."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from amparo.accounts import queries
from amparo.accounts.actions import attempts
from amparo.accounts.models import Attempt
from amparo.accounts.queries import failures_since_sign_in
from amparo.audit.models import Decision
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.factors import PASSWORD, code_of, with_password

SIGN_IN = "/account/login/"
NOBODY = "nobody.of.that.name@example.org"


class Counting(MD5PasswordHasher):
    """How often a password was hashed: what the time of an answer is made of."""

    done = 0

    def encode(self, password: str, salt: str) -> str:
        Counting.done += 1
        return super().encode(password, salt)


def answer(browser: Client, address: str, password: str, network: str = "192.0.2.1") -> str:
    cache.clear()
    headers = {"x-forwarded-for": network}
    response = browser.post(SIGN_IN, {"login": address, "password": password}, headers=headers)
    if response.status_code == 302:
        return response.headers["Location"]
    return response.content.decode().replace(address, "ADDRESS")


def page(text: str) -> str:
    """Without what is drawn anew for each page."""
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)


def test_unknown_wrong_and_gone_are_answered_alike(browser: Client, cast: Cast) -> None:
    for user in (cast.coordinator, cast.panel):
        with_password(user)
    User.objects.filter(pk=cast.panel.pk).update(is_active=False)
    told = {
        page(answer(browser, NOBODY, PASSWORD)),
        page(answer(browser, cast.coordinator.email, "a wrong pass phrase")),
        page(answer(browser, cast.panel.email, PASSWORD)),
        page(answer(browser, cast.manager_a.email, PASSWORD)),  # who has no password
    }
    assert len(told) == 1
    assert "not correct" in told.pop()


def test_each_answer_costs_one_hash(browser: Client, cast: Cast, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{Counting.__module__}.Counting"]
    with_password(cast.coordinator)
    with_password(cast.panel)
    User.objects.filter(pk=cast.panel.pk).update(is_active=False)
    costs = []
    for user in (NOBODY, cast.coordinator.email, cast.panel.email, cast.manager_a.email):
        Counting.done = 0
        answer(browser, user, "a wrong pass phrase")
        costs.append(Counting.done)
    assert costs == [1, 1, 1, 1]


@pytest.mark.asvs("6.3.1", "2.4.1")
def test_after_five_failures_the_pair_waits_and_says_how_long(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    for _ in range(5):
        assert "not correct" in answer(browser, cast.coordinator.email, "a wrong pass phrase")
    told = answer(browser, cast.coordinator.email, PASSWORD)
    assert "Too many attempts. Wait five minutes" in told
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert answer(browser, cast.coordinator.email, PASSWORD).startswith("/account/")


def test_an_unknown_address_waits_just_as_long(browser: Client, db: None) -> None:
    for _ in range(5):
        answer(browser, NOBODY, PASSWORD)
    assert "Too many attempts" in answer(browser, NOBODY, PASSWORD)


def test_a_stranger_elsewhere_does_not_close_a_colleague_s_door(
    browser: Client, cast: Cast
) -> None:
    with_password(cast.coordinator)
    for _ in range(6):
        answer(browser, cast.coordinator.email, "a guess of a stranger", network="203.0.113.9")
    assert (
        answer(browser, cast.coordinator.email, PASSWORD) == "/account/second-factor/authenticate/"
    )


def test_many_networks_together_have_fifty_tries_an_hour(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    for number in range(50):
        assert attempts.at_a_password(cast.coordinator.email, f"198.51.100.{number}")
    assert "Too many" in answer(browser, cast.coordinator.email, PASSWORD)
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert answer(browser, cast.coordinator.email, PASSWORD).startswith("/account/")


def test_one_network_has_sixty_tries_in_five_minutes(browser: Client, cast: Cast) -> None:
    for number in range(60):
        assert attempts.at_a_password(f"guess{number}@example.org", "192.0.2.7")
    assert attempts.at_a_password("guess60@example.org", "192.0.2.7") is None
    assert attempts.at_a_password("guess60@example.org", "192.0.2.8")


def test_an_office_behind_one_address_signs_in_at_eight(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    for _ in range(40):
        sent = {"login": cast.coordinator.email, "password": PASSWORD}
        assert browser.post(SIGN_IN, sent).status_code == 302
        browser.post("/account/logout/")


def test_a_success_does_not_count(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    for _ in range(7):
        assert answer(browser, cast.coordinator.email, PASSWORD).startswith("/account/")
        browser.post("/account/logout/")
    assert not Attempt.objects.exists()


@pytest.mark.asvs("6.3.5")
def test_at_the_next_sign_in_one_hears_of_what_failed(browser: Client, cast: Cast) -> None:
    secret = with_password(cast.coordinator)
    for _ in range(3):
        answer(browser, cast.coordinator.email, "a wrong pass phrase")
    answer(browser, cast.panel.email, "a wrong pass phrase")
    answer(browser, cast.coordinator.email, PASSWORD)
    browser.post("/account/second-factor/authenticate/", {"code": code_of(secret)})
    assert "3 attempts with your address failed" in browser.get("/").content.decode()
    browser.post("/account/logout/")
    assert failures_since_sign_in(cast.coordinator) == 0


@pytest.mark.asvs("16.3.1", "16.2.5")
def test_a_failure_stands_in_the_log_without_what_was_typed(browser: Client, cast: Cast) -> None:
    answer(browser, cast.coordinator.email, "a wrong pass phrase")
    answer(browser, NOBODY, "a wrong pass phrase")
    unknown, known = entries().filter(action="sign-in refused").newest_first()
    assert (known.object_id, known.decision) == (cast.coordinator.pk, Decision.DENY)
    assert (unknown.object_id, unknown.actor) == (None, queries.NOBODY)
    held = str([list(entries().values()), list(Attempt.objects.values())])
    assert "wrong" not in held
    assert "example" not in held
    assert "192.0.2" not in held
