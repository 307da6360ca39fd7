"""Single sign-on: whoever is linked comes in, and every lie of the other side is refused."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from pytest_django import Settings

from amparo.accounts.actions.links import link
from amparo.accounts.models import Link
from amparo.accounts.sign_on import flow
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.factors import code_of, with_app
from support.sign_on import SignOn, running

BEGIN, BACK = "/account/sign-on/ministry/", "/account/sign-on/ministry/return/"
CONFIRM = "/account/second-factor/reauthenticate/"
NOW = int(time.time())


@pytest.fixture
def ministry(tmp_path: Path, settings: Settings) -> Iterator[SignOn]:
    with running(tmp_path) as (made, file):
        settings.SIGN_ON = str(file)
        yield made


@pytest.fixture
def known(ministry: SignOn, cast: Cast) -> User:
    assert link(ministry.address, ministry.subject, by=cast.coordinator)
    return cast.coordinator


def out(browser: Client, query: str = "") -> str:
    return str(browser.get(f"{BEGIN}{query}").headers["Location"])


def through(browser: Client, ministry: SignOn, **changed: str) -> str:
    """There and back; the page that the browser then shows."""
    brought = {**ministry.signs_in(out(browser)), **changed}
    return browser.get(BACK, brought).content.decode()


def is_in(browser: Client) -> bool:
    return browser.get("/").status_code == 200


def reason() -> str:
    return str(entries().filter(action="sign-in refused").newest_first()[0].purpose)


@pytest.mark.asvs("6.8.4")
def test_whoever_is_linked_comes_in_and_two_factors_there_are_two_here(
    browser: Client, ministry: SignOn, known: User
) -> None:
    page = through(browser, ministry)
    assert 'http-equiv="refresh" content="0; url=/"' in page
    assert is_in(browser)
    assert entries().filter(action="signed in")[0].purpose == "single sign-on"


def test_one_factor_there_asks_for_the_second_here(
    browser: Client, ministry: SignOn, known: User
) -> None:
    with_app(known)
    ministry.methods = ("pwd",)
    assert "/account/second-factor/authenticate/" in through(browser, ministry)
    assert not is_in(browser)


def test_one_factor_there_and_none_here_sets_one_up(
    browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.methods = ("pwd",)
    through(browser, ministry)
    assert browser.get("/").headers["Location"] == "/account/second-factor/choose/"


@pytest.mark.asvs("10.2.3", "10.2.1", "10.1.2")
def test_it_asks_for_nothing_but_who_it_is_and_proves_itself(
    browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.signs_in(out(browser))
    asked = next(iter(ministry.asked.values()))
    assert (asked["scope"], asked["response_type"]) == ("openid", "code")
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"].startswith("https://testserver")
    assert asked["redirect_uri"].endswith(BACK)
    drawn = [asked[name] for name in ("state", "nonce", "code_challenge")]
    assert len(set(drawn)) == 3
    assert all(len(each) >= 43 for each in drawn)
    assert [each for each in drawn if each in str(browser.cookies)] == []


@pytest.mark.asvs("10.1.1")
def test_no_token_reaches_the_browser_or_the_database(
    browser: Client, ministry: SignOn, known: User
) -> None:
    page = through(browser, ministry)
    held = page + str(browser.cookies) + str(dict(browser.session))
    assert "unread" not in held
    assert "eyJ" not in held


LIES: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://id.example.org"},
    "no issuer": {"iss": None},
    "for another": {"aud": "another client"},
    "for others as well": {"aud": ["amparo", "another client"]},
    "by another party": {"azp": "another client"},
    "no audience": {"aud": None},
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "over": {"exp": NOW - 120},
    "without an end": {"exp": None},
    "not yet": {"nbf": NOW + 86_400},
    "made in the future": {"iat": NOW + 86_400},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is a number": {"sub": 7},
    "a subject without end": {"sub": "x" * 256},
    "a lower level": {"acr": "low"},
    "no level": {"acr": None},
    "no password": {"amr": ["otp"]},
    "no means": {"amr": None},
    "means as text": {"amr": "pwd"},
    "long ago": {"auth_time": NOW - 9 * 3600},
    "signed in tomorrow": {"auth_time": NOW + 3600},
    "no time": {"auth_time": None},
    "a logout token": {"events": {"http://schemas.openid.net/event/backchannel-logout": {}}},
}


@pytest.mark.asvs("9.2.1", "9.2.2", "9.2.3", "10.5.1", "10.5.3", "10.5.4", "6.8.4")
@pytest.mark.parametrize("claims", LIES.values(), ids=LIES.keys())
def test_a_lie_is_refused(
    claims: dict[str, Any], browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.claims = claims
    assert "Signing in did not work" in through(browser, ministry)
    assert not is_in(browser)
    assert reason().startswith("single sign-on: ")


@pytest.mark.asvs("9.1.1", "6.8.2")
def test_a_signature_of_another_key_is_refused(
    browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.key = ec.generate_private_key(ec.SECP256R1())
    assert "Signing in did not work" in through(browser, ministry)
    assert "InvalidSignature" in reason()


@pytest.mark.asvs("9.1.2", "9.2.4")
@pytest.mark.parametrize("signature", [("none", None), ("HS256", "k" * 32)])
def test_no_signature_or_a_shared_key_is_refused(
    signature: tuple[str, str | None], browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.algorithm, ministry.key = signature
    assert "Signing in did not work" in through(browser, ministry)
    assert "a way that is not listed" in reason()


@pytest.mark.asvs("9.1.3")
@pytest.mark.parametrize("name", ["jku", "x5u", "jwk"])
def test_a_key_that_the_token_brings_along_is_not_looked_at(
    name: str, browser: Client, ministry: SignOn, known: User
) -> None:
    own = ec.generate_private_key(ec.SECP256R1())
    public = jwt.algorithms.ECAlgorithm.to_jwk(own.public_key(), as_dict=True)
    ministry.key = own
    ministry.head = {name: public if name == "jwk" else f"{ministry.address}/own", "kid": "own"}
    assert "Signing in did not work" in through(browser, ministry)
    assert "not published" in reason()


@pytest.mark.asvs("9.2.2")
def test_another_kind_of_token_is_refused(browser: Client, ministry: SignOn, known: User) -> None:
    ministry.head = {"typ": "at+jwt"}
    assert "Signing in did not work" in through(browser, ministry)


@pytest.mark.asvs("10.5.3")
@pytest.mark.parametrize(
    "told",
    [{"issuer": "https://id.example.org"}, {"jwks_uri": "http://id.example.org/keys"}],
    ids=["another issuer", "keys without HTTPS"],
)
def test_what_it_publishes_is_checked(
    told: dict[str, str], browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.published = told
    assert browser.get(BEGIN).status_code == 403


@pytest.mark.asvs("6.8.1", "10.5.2")
def test_an_unknown_subject_is_nobody_whatever_its_address(
    browser: Client, ministry: SignOn, known: User
) -> None:
    ministry.subject = "somebody else"
    ministry.claims = {"email": known.email, "email_verified": True}
    assert "No account is linked yet" in through(browser, ministry)
    assert not is_in(browser)
    assert User.objects.filter(email=known.email).count() == 1


@pytest.mark.asvs("6.8.1")
def test_the_same_subject_of_another_issuer_is_nobody(
    browser: Client, ministry: SignOn, cast: Cast
) -> None:
    assert link("https://id.example.org", ministry.subject, by=cast.coordinator)
    assert "No account is linked yet" in through(browser, ministry)


def test_whoever_left_does_not_come_in(browser: Client, ministry: SignOn, known: User) -> None:
    User.objects.filter(pk=known.pk).update(is_active=False)
    through(browser, ministry)
    assert not is_in(browser)


@pytest.mark.asvs("10.1.2", "10.2.1", "7.6.2")
def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    browser: Client, ministry: SignOn, known: User
) -> None:
    """Somebody signs in there as themselves and has another browser open the answer."""
    brought = ministry.signs_in(out(browser))
    other = Client(headers={"x-forwarded-proto": "https"})
    assert other.get(BACK, brought).status_code == 403
    assert not is_in(other)
    out(other)
    assert other.get(BACK, brought).status_code == 403
    assert "another state" in reason()


@pytest.mark.asvs("10.2.2")
def test_an_answer_of_another_issuer_is_refused(
    browser: Client, ministry: SignOn, known: User
) -> None:
    assert "did not work" in through(browser, ministry, iss="https://id.example.org")
    assert "did not work" not in through(browser, ministry, iss=ministry.address)


def test_an_answer_counts_once(browser: Client, ministry: SignOn, known: User) -> None:
    brought = ministry.signs_in(out(browser))
    browser.get(BACK, brought)
    browser.post("/account/logout/")
    assert browser.get(BACK, brought).status_code == 403
    assert not is_in(browser)


def test_a_journey_of_more_than_ten_minutes_is_over(
    browser: Client, ministry: SignOn, known: User
) -> None:
    brought = ministry.signs_in(out(browser))
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert browser.get(BACK, brought).status_code == 403


def test_a_cookie_that_was_changed_is_none(browser: Client, ministry: SignOn, known: User) -> None:
    brought = ministry.signs_in(out(browser))
    held = browser.cookies[flow.cookie_name()].value
    browser.cookies[flow.cookie_name()] = held[:-9] + "A" + held[-8:]
    assert browser.get(BACK, brought).status_code == 403


@pytest.mark.asvs("3.3.1", "3.3.2", "3.3.3", "3.3.4")
def test_the_cookie_of_the_journey_is_of_this_host_and_short(
    browser: Client, ministry: SignOn
) -> None:
    out(browser)
    cookie = browser.cookies["__Host-sign-on"]
    kept = [cookie[name] for name in ("secure", "httponly", "samesite", "path", "domain")]
    assert kept == [True, True, "Lax", "/", ""]
    assert cookie["max-age"] == 600


def test_broken_off_there_it_begins_again_here(
    browser: Client, ministry: SignOn, known: User
) -> None:
    state = ministry.signs_in(out(browser))["state"]
    assert browser.get(BACK, {"error": "access_denied", "state": state}).status_code == 403


@pytest.mark.parametrize(
    "asked_and_onward",
    [("/files/", "/files/"), ("https://id.example.org/", "/"), ("//id.example.org", "/")],
)
def test_it_goes_on_where_one_wanted_to_but_never_elsewhere(
    asked_and_onward: tuple[str, str], browser: Client, ministry: SignOn, known: User
) -> None:
    asked, onward = asked_and_onward
    brought = ministry.signs_in(out(browser, f"?next={asked}"))
    assert f'url={onward}"' in browser.get(BACK, brought).content.decode()


def test_what_nobody_configured_is_not_there(browser: Client, ministry: SignOn, db: None) -> None:
    assert browser.get("/account/sign-on/elsewhere/").status_code == 404
    assert "the Ministry&#x27;s sign-in" in browser.get("/account/login/").content.decode()


def test_an_account_is_linked_by_whoever_is_signed_in_and_has_shown_it(
    signed_in: Client, ministry: SignOn, cast: Cast
) -> None:
    code = code_of(with_app(cast.coordinator))
    assert out(signed_in).startswith(CONFIRM)
    signed_in.post(CONFIRM, {"code": code})
    page = through(signed_in, ministry)
    proof = page.split('name="proof" value="')[1].split('"')[0]
    assert not Link.objects.exists()
    other = Client(headers={"x-forwarded-proto": "https"})
    other.force_login(cast.panel, backend="allauth.account.auth_backends.AuthenticationBackend")
    with_app(cast.panel)
    assert other.post("/account/links/add/", {"proof": proof}).status_code == 403
    signed_in.post("/account/links/add/", {"proof": proof})
    assert Link.objects.get().user == cast.coordinator
    assert not link(ministry.address, ministry.subject, by=cast.panel)
    signed_in.post(f"/account/links/{Link.objects.get().pk}/remove/")
    assert not Link.objects.exists()


def test_a_proof_of_ten_minutes_ago_or_none_links_nothing(
    signed_in: Client, ministry: SignOn, cast: Cast
) -> None:
    with_app(cast.coordinator)
    told = {"issuer": ministry.address, "subject": "x", "user": str(cast.coordinator.pk), "at": 0}
    for proof in ("", "junk", flow.sealed("link", told), flow.sealed("journey", told)):
        assert signed_in.post("/account/links/add/", {"proof": proof}).status_code == 403
    assert not Link.objects.exists()
