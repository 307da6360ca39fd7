"""A session lives in a browser and nowhere else, for a while and no longer."""

from datetime import timedelta

import pytest
from allauth.core import context
from django.conf import settings as configured
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from amparo.accounts.actions.sessions import end_all_of
from amparo.accounts.actions.signing import signed_in as sign_in_recorded
from amparo.accounts.limits import IDLE, IDLE_NEAR_IDENTITY, LONGEST
from amparo.accounts.models import Session
from amparo.accounts.queries import sessions_of
from amparo.accounts.sessions import SessionStore
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.factors import PASSWORD, code_of, with_app, with_password

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture
def at_work(signed_in: Client, cast: Cast) -> Client:
    with_app(cast.coordinator)
    return signed_in


def another(user: User, settings: Settings, agent: str = PHONE) -> Client:
    """The same person in another browser."""
    client = Client(headers={"x-forwarded-proto": "https", "user-agent": agent})
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert client.get("/").status_code == 200
    return client


def cookie(browser: Client) -> str:
    return browser.cookies[configured.SESSION_COOKIE_NAME].value


def is_open(browser: Client) -> bool:
    return browser.get("/").status_code == 200


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM accounts_session s")
        return "\n".join(row[0] for row in cursor.fetchall())


def begun(user: User, ago: timedelta) -> None:
    """As if the session had begun so long ago, and its person were here all the time."""
    for row in sessions_of(user):
        row.expire_date -= ago
        row.save()


@pytest.mark.asvs("7.2.1", "11.5.1")
def test_the_database_opens_no_session(at_work: Client, cast: Cast) -> None:
    assert cookie(at_work) not in stored()
    for row in sessions_of(cast.coordinator):
        thief = Client(headers={"x-forwarded-proto": "https"})
        thief.cookies[configured.SESSION_COOKIE_NAME] = row.session_key
        assert thief.get("/").status_code == 302


@pytest.mark.asvs("7.2.2", "7.2.3")
def test_keys_are_drawn_for_each_session_and_long(cast: Cast) -> None:
    keys = set()
    for _ in range(200):
        store = SessionStore()
        store.create()
        keys.add(store.session_key)
    assert len(keys) == 200
    assert {len(str(key)) for key in keys} == {32}  # of 36 characters: 165 bits


def test_what_a_session_holds_is_sealed(at_work: Client) -> None:
    session = at_work.session
    session["kept"] = "Quibrandel of the harbour"
    session.save()
    assert "Quibrandel" not in stored()
    assert at_work.session["kept"] == "Quibrandel of the harbour"


@pytest.mark.asvs("11.3.3")
def test_a_row_moved_to_another_session_is_an_empty_one(
    at_work: Client, cast: Cast, settings: Settings
) -> None:
    """Whoever writes to the database copies a colleague's row over their own."""
    with_app(cast.panel)
    own = another(cast.panel, settings)
    theirs = sessions_of(cast.coordinator)[0]
    Session.objects.filter(user=cast.panel).update(
        session_data=theirs.session_data, user=cast.coordinator
    )
    assert not is_open(own)


@pytest.mark.asvs("7.2.4")
def test_signing_in_makes_a_new_session(browser: Client, cast: Cast) -> None:
    browser.get("/account/login/")
    secret = with_password(cast.coordinator)
    browser.post("/account/login/", {"login": cast.coordinator.email, "password": PASSWORD})
    before = cookie(browser)
    browser.post("/account/second-factor/authenticate/", {"code": code_of(secret)})
    assert cookie(browser) != before
    browser.cookies[configured.SESSION_COOKIE_NAME] = before
    assert not is_open(browser)


@pytest.mark.asvs("7.3.2")
def test_a_session_ends_after_eight_hours(at_work: Client, cast: Cast) -> None:
    assert is_open(at_work)
    begun(cast.coordinator, LONGEST - timedelta(minutes=1))
    assert is_open(at_work)
    begun(cast.coordinator, timedelta(minutes=2))
    assert not is_open(at_work)


def test_work_does_not_lengthen_the_eight_hours(at_work: Client, cast: Cast) -> None:
    at_work.get("/")
    until = sessions_of(cast.coordinator)[0].expire_date
    session = at_work.session
    session["anything"] = 1
    session.save()
    assert sessions_of(cast.coordinator)[0].expire_date == until
    assert at_work.cookies[configured.SESSION_COOKIE_NAME]["max-age"] <= 8 * 60 * 60


@pytest.mark.asvs("7.3.1")
def test_a_session_ends_after_half_an_hour_without_its_person(at_work: Client) -> None:
    start = clock.now()
    with clock.at(start + IDLE - timedelta(minutes=1)):
        assert is_open(at_work)
    with clock.at(start + IDLE * 2 - timedelta(minutes=2)):
        assert is_open(at_work)
    with clock.at(start + IDLE * 3):
        response = at_work.get("/")
        assert (response.status_code, "You were away" in response.content.decode()) == (401, True)
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_open(at_work)


@pytest.mark.asvs("7.3.1")
def test_pages_that_say_who_somebody_is_wait_half_as_long(at_work: Client) -> None:
    at_work.get("/")
    path = "/files/A-2026-00001/identity/"
    with clock.at(clock.now() + IDLE_NEAR_IDENTITY - timedelta(minutes=1)):
        assert at_work.get(path).status_code == 404
    with clock.at(clock.now() + 2 * IDLE_NEAR_IDENTITY):
        assert at_work.get(path).status_code == 401


@pytest.mark.asvs("7.4.1", "14.3.1")
def test_signing_out_ends_the_session_on_the_server(at_work: Client, cast: Cast) -> None:
    before = cookie(at_work)
    assert at_work.get("/account/logout/").status_code == 200
    assert is_open(at_work)
    answer = at_work.post("/account/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert at_work.get(answer.headers["Location"]).status_code == 200
    assert not sessions_of(cast.coordinator).exists()
    at_work.cookies[configured.SESSION_COOKIE_NAME] = before
    assert not is_open(at_work)


@pytest.mark.asvs("7.5.2")
def test_one_sees_one_s_sessions_and_ends_the_others(
    at_work: Client, cast: Cast, settings: Settings
) -> None:
    at_work.get("/", headers={"user-agent": FIREFOX})
    phone = another(cast.coordinator, settings)
    page = at_work.get("/account/").content.decode()
    assert "Firefox on Linux" in page
    assert "Chrome on Android" in page
    at_work.post("/account/sessions/end/")
    assert not is_open(phone)
    assert is_open(at_work)
    assert "Chrome on Android" not in at_work.get("/account/").content.decode()


@pytest.mark.asvs("7.4.3")
def test_a_new_password_ends_the_other_sessions(cast: Cast, settings: Settings) -> None:
    with_password(cast.coordinator)
    settings.DEMO = True
    here, phone = another(cast.coordinator, settings, FIREFOX), another(cast.coordinator, settings)
    new = {"password1": "kettle orchard nineteen", "password2": "kettle orchard nineteen"}
    here.post("/account/password/", {"oldpassword": PASSWORD, **new})
    assert is_open(here)
    assert not is_open(phone)


@pytest.mark.asvs("7.4.3", "6.3.7")
def test_a_new_factor_ends_the_other_sessions_and_is_told_by_mail(
    cast: Cast,
    settings: Settings,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.DEMO = True
    here, phone = another(cast.coordinator, settings, FIREFOX), another(cast.coordinator, settings)
    secret = here.get("/account/second-factor/app/add/").context["form"].secret
    with django_capture_on_commit_callbacks() as told:
        sent = here.post("/account/second-factor/app/add/", {"code": code_of(secret)})
    with context.request_context(sent.wsgi_request):
        for tell in told:
            tell()
    assert is_open(here)
    assert not is_open(phone)
    assert [mail.to for mail in mailoutbox] == [[cast.coordinator.email]]
    assert secret not in str(mailoutbox[0].message())


@pytest.mark.asvs("7.4.5")
def test_whoever_keeps_the_accounts_ends_all_sessions_of_somebody(
    at_work: Client, cast: Cast
) -> None:
    assert end_all_of(cast.coordinator, by=cast.administrator) == 1
    assert not is_open(at_work)


@pytest.mark.asvs("7.4.2")
def test_a_closed_account_has_no_session(at_work: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.coordinator.pk).update(is_active=False)
    assert not is_open(at_work)


def test_sessions_long_over_are_cleared_when_somebody_signs_in(at_work: Client, cast: Cast) -> None:
    begun(cast.coordinator, 2 * LONGEST - timedelta(minutes=1))
    sign_in_recorded("password+totp", by=cast.panel)
    assert sessions_of(cast.coordinator).exists()
    begun(cast.coordinator, timedelta(minutes=2))
    sign_in_recorded("password+totp", by=cast.panel)
    assert not sessions_of(cast.coordinator).exists()


@pytest.mark.asvs("3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5")
def test_the_cookie_belongs_to_this_host_alone(at_work: Client) -> None:
    at_work.post("/account/sessions/end/")
    names = {name for name in at_work.cookies if "session" in name or "csrf" in name}
    assert names == {"__Host-session"}
    held = at_work.cookies["__Host-session"]
    assert (held["path"], held["domain"], held["samesite"]) == ("/", "", "Strict")
    assert len(held.OutputString()) < 4096
    assert configured.SESSION_COOKIE_SECURE and configured.SESSION_COOKIE_HTTPONLY
