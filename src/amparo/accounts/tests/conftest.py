import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from support.cast import Cast


@pytest.fixture
def browser() -> Client:
    cache.clear()  # the library counts attempts there, besides our own count
    return Client(headers={"x-forwarded-proto": "https"})


@pytest.fixture
def signed_in(browser: Client, cast: Cast, settings: Settings) -> Client:
    """With no second factor shown."""
    browser.force_login(cast.coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser


@pytest.fixture(autouse=True)
def quick_hash(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
