"""Ways in that do not exist, and the way out that always does."""

import re

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as factors
from django.test import Client
from pytest_django import Settings

from amparo.people.models import User
from repo.resolver import addresses
from support.cast import Cast

PAGES = ("/", "/files/", "/services/", "/screenings/start/", "/figures/", "/commitments/",
         "/account/", "/account/second-factor/choose/")  # fmt: skip
HINTS = re.compile("hint|question|answer|birth|pet|maiden")


@pytest.mark.asvs("6.3.2")
def test_a_new_installation_has_nobody(db: None) -> None:
    assert not User.objects.exists()


@pytest.mark.asvs("6.3.6")
def test_mail_opens_nothing() -> None:
    names = {each.name for each in addresses()}
    assert not [name for name in names if "code" in name and name.startswith("account_")]
    assert "account_reset_password" not in names
    assert not account.LOGIN_BY_CODE_ENABLED
    assert set(factors.SUPPORTED_TYPES) == {"webauthn", "totp", "recovery_codes"}


@pytest.mark.asvs("6.4.2")
def test_there_are_no_hints_and_no_questions(browser: Client, db: None) -> None:
    assert not [each.name for each in User._meta.get_fields() if HINTS.search(each.name)]
    fields = re.findall(
        r'<input[^>]*name="([^"]+)"', browser.get("/account/login/").content.decode()
    )
    known = {"csrfmiddlewaretoken", "credential", "login", "password", "language", "next"}
    assert set(fields) <= known


@pytest.mark.asvs("7.4.4")
@pytest.mark.parametrize("path", PAGES)
def test_every_page_offers_to_sign_out(
    path: str, signed_in: Client, settings: Settings, cast: Cast
) -> None:
    settings.DEMO = True
    page = signed_in.get(path)
    assert page.status_code == 200
    assert "/account/logout/" in page.content.decode()
