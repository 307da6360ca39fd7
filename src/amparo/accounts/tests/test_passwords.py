"""Length is enough; what attackers try first, and what is about oneself, is refused."""

import re
from hashlib import sha1
from pathlib import Path

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from amparo.accounts.passwords import BreachedFile, is_patterned, plain
from amparo.config import settings as configured
from amparo.people.models import User
from support.cast import Cast
from support.factors import PASSWORD

LEAKED = ("winter in the old town", "correct horse battery staple", "0123 and then some more")
GOOD = (
    "kettle orchard nineteen lamps",
    "Ωμέγα και άλφα, μαζί",
    "small letters only",
    "fifteen chars !!",
)


def lines(passwords: tuple[str, ...]) -> str:
    """As the lists of leaked passwords are published: sorted, with a count, ended by CR LF."""
    hashed = sorted(sha1(word.encode(), usedforsecurity=False).hexdigest() for word in passwords)
    return "".join(f"{digest.upper()}:{number + 1}\r\n" for number, digest in enumerate(hashed))


@pytest.fixture
def leaked(tmp_path: Path, settings: Settings) -> Path:
    path = tmp_path / "ordered-by-hash.txt"
    others = tuple(f"another leaked one, number {number}" for number in range(5000))
    path.write_bytes(lines((*LEAKED, *others)).encode())
    settings.BREACHED_PASSWORDS = str(path)
    return path


@pytest.mark.asvs("6.2.4")
@pytest.mark.parametrize("password", LEAKED)
def test_a_leaked_password_is_refused(password: str, leaked: Path, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="known from a leak"):
        validate_password(password, cast.coordinator)


@pytest.mark.parametrize("password", GOOD)
def test_one_that_nobody_leaked_is_taken(password: str, leaked: Path, cast: Cast) -> None:
    validate_password(password, cast.coordinator)
    with pytest.raises(ValidationError, match="known from a leak"):
        validate_password(LEAKED[0], cast.coordinator)


@given(st.sets(st.text(min_size=1, max_size=12), min_size=1, max_size=40), st.text(max_size=12))
def test_the_file_holds_exactly_what_is_in_it(
    tmp_path_factory: pytest.TempPathFactory, words: set[str], other: str
) -> None:
    words = {word for word in words if word.isprintable()} or {"one"}
    path = tmp_path_factory.mktemp("leaked") / "list.txt"
    path.write_bytes(lines(tuple(words)).encode())
    file = BreachedFile(path)
    assert all(word in file for word in words)
    if other.isprintable():
        assert (other in file) == (other in words)


def test_a_file_without_its_last_line_break_and_without_counts_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(re.sub(r":\d+\r", "", lines(LEAKED)).rstrip("\n"))
    assert all(word in BreachedFile(path) for word in LEAKED)
    assert "never leaked" not in BreachedFile(path)


@pytest.mark.parametrize("content", ["", "password\nletmein\n", "5BAA61E4C9B93F3F\n"])
def test_a_file_of_another_form_stops_with_its_name(content: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(content)
    with pytest.raises(ImproperlyConfigured, match=r"AMPARO_BREACHED_PASSWORDS: .*list\.txt"):
        BreachedFile(path)


@pytest.mark.asvs("6.2.4", "6.2.11")
@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("fourteen chars", "too short"),
        ("1q2w3e4r5t6y7u8i9o0p", "a pattern"),
        ("qwertyuiopasdfghjkl", "a pattern"),
        ("abcdefghijklmnopqrst", "a pattern"),
        ("98765432109876543210", "a pattern"),
        ("azertyuiopqsdfghjklm", "a pattern"),
        ("aaaaaaaaaaaaaaaaaaaa", "a pattern"),
        ("abc abc abc abc abc", "a pattern"),
        ("tomato-tomato-tomato", "a pattern"),
        ("password1234567890", "too common"),
        ("Password2024202420", "too common"),
        ("sunshinesunshine", "a pattern"),
        ("coordinator@example.org", "too similar"),
        ("Coordinator Test 1", "too similar"),
        ("amparo amparo 12", "too similar"),
        ("bureau bureau 1234", "too similar"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(password: str, why: str, cast: Cast) -> None:
    with pytest.raises(ValidationError, match=why):
        validate_password(password, cast.coordinator)


@pytest.mark.asvs("6.2.1", "6.2.5")
@pytest.mark.parametrize("password", GOOD)
def test_length_is_enough_and_no_kind_of_character_is_asked_for(password: str, cast: Cast) -> None:
    validate_password(password, cast.coordinator)
    with pytest.raises(ValidationError, match="too short"):
        validate_password(password[:14], cast.coordinator)


@given(st.text(max_size=40))
def test_any_text_is_judged(text: str) -> None:
    assert is_patterned(text) in (True, False)
    assert plain(plain(text)) == plain(text)


@pytest.mark.asvs("6.2.9", "6.2.8")
def test_a_very_long_one_is_taken_whole(signed_in: Client, cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    long = " ".join(f"word{number}" for number in range(30))
    assert len(long) > 128
    sent = {"password1": long, "password2": long}
    assert signed_in.post("/account/password/set/", sent).status_code == 302
    kept = User.objects.get(pk=cast.coordinator.pk)
    assert kept.check_password(long)
    assert not kept.check_password(long[:-1])
    assert not kept.check_password(long.upper())


@pytest.mark.asvs("6.2.2", "6.2.3")
def test_whoever_changes_the_password_shows_the_old_one(
    signed_in: Client, cast: Cast, settings: Settings
) -> None:
    settings.DEMO = True
    cast.coordinator.set_password(PASSWORD)
    cast.coordinator.save()
    signed_in.force_login(cast.coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
    new = {"password1": GOOD[0], "password2": GOOD[0]}
    signed_in.post("/account/password/", {**new, "oldpassword": "not the old one"})
    assert User.objects.get(pk=cast.coordinator.pk).check_password(PASSWORD)
    signed_in.post("/account/password/", {**new, "oldpassword": PASSWORD})
    assert User.objects.get(pk=cast.coordinator.pk).check_password(GOOD[0])


@pytest.mark.asvs("6.2.6", "6.2.7")
def test_a_password_may_be_pasted_looked_at_and_filled_in_by_a_manager(browser: Client) -> None:
    html = browser.get("/account/login/").content.decode()
    assert 'type="password"' in html
    assert 'autocomplete="current-password"' in html
    assert "data-show-password" in html
    assert "onpaste" not in html
    assert "maxlength" not in re.findall(r"<input[^>]*password[^>]*>", html)[0]


@pytest.mark.asvs("6.2.10")
def test_no_password_ends_by_itself() -> None:
    names = {field.name for field in User._meta.get_fields()}
    assert not [name for name in names if "expire" in name or "password_" in name]


@pytest.mark.asvs("11.4.2")
def test_passwords_are_hashed_by_argon2id(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = configured.PASSWORD_HASHERS
    hashed = hashers.make_password(PASSWORD)
    assert hashed.startswith("argon2$argon2id$")
    assert hashers.check_password(PASSWORD, hashed)
    assert hashers.make_password(PASSWORD) != hashed
