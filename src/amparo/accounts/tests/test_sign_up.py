"""Nobody makes an account alone."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from amparo.people.models import User
from support.cast import Cast

ADDRESS = "/account/signup/"
SENT = {
    "email": "newcomer@example.org",
    "password1": "correct horse battery staple",
    "password2": "correct horse battery staple",
}


@pytest.fixture
def browser() -> Client:
    return Client(headers={"x-forwarded-proto": "https"})


def test_the_page_says_that_sign_up_is_closed(browser: Client, db: None) -> None:
    response = browser.get(ADDRESS)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Sign-up is closed" in html
    assert 'name="email"' not in html


def test_a_form_sent_all_the_same_makes_nobody(browser: Client, cast: Cast) -> None:
    before = User.objects.count()
    response = browser.post(ADDRESS, SENT)
    assert "Sign-up is closed" in response.content.decode()
    assert User.objects.count() == before
    assert not User.objects.filter(email=SENT["email"]).exists()


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("fourteen chars", "too short"),
        ("1q2w3e4r5t6y7u8i9o0p", "too common"),
        ("coordinator@example.org", "too similar"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(password: str, why: str, cast: Cast) -> None:
    with pytest.raises(ValidationError, match=why):
        validate_password(password, cast.coordinator)


@pytest.mark.parametrize("password", ["fifteen chars !", "small letters only", "Ωμέγα και άλφα!"])
def test_length_is_enough_and_no_kind_of_character_is_asked_for(password: str, cast: Cast) -> None:
    validate_password(password, cast.coordinator)
    with pytest.raises(ValidationError, match="too short"):
        validate_password(password[:14], cast.coordinator)
