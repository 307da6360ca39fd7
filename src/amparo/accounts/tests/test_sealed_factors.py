"""No second factor is stored in clear, and none serves anybody but its owner."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client

from amparo.accounts.factors import belonging_to, close
from amparo.accounts.tests.test_second_factor import typed
from amparo.audit.queries import entries
from amparo.people.models import User
from amparo.vault.cipher import CannotOpen
from support.cast import Cast
from support.factors import code_of, with_app, with_password


def stored_rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        return "\n".join(row[0] for row in cursor.fetchall())


def app_of(user: User) -> Authenticator:
    return Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)


def codes_of(user: User) -> list[str]:
    with belonging_to(user):
        return [str(code) for code in RecoveryCodes.activate(user).get_unused_codes()]


@pytest.mark.asvs("11.3.2")
def test_the_database_holds_no_secret_in_clear(cast: Cast) -> None:
    secret = with_app(cast.coordinator)
    stored = app_of(cast.coordinator)
    assert secret not in stored_rows()
    assert secret not in json.dumps(stored.data)
    with belonging_to(cast.coordinator):
        assert stored.wrap().validate_code(code_of(secret))


@pytest.mark.asvs("6.5.3", "6.5.4")
def test_codes_and_secrets_are_drawn_and_long_enough(cast: Cast) -> None:
    codes, secrets = [], []
    for user in cast.users.values():
        secrets.append(with_app(user))
        codes += codes_of(user)
    assert len(set(codes)) == len(codes) == 10 * len(cast.users)
    assert {len(code) for code in codes} == {12}  # figures: 39 bits
    assert len(set(secrets)) == len(cast.users)
    assert {len(secret) for secret in secrets} == {32}  # of 5 bits each: 160


def test_recovery_codes_are_sealed_too(cast: Cast) -> None:
    with_app(cast.coordinator)
    codes = codes_of(cast.coordinator)
    assert len(set(codes)) == 10
    assert [code for code in codes if code in stored_rows()] == []


@pytest.mark.asvs("11.3.4")
def test_the_same_secret_is_stored_differently_each_time(cast: Cast) -> None:
    stored = set()
    for user in (cast.coordinator, cast.panel):
        with_app(user)
        with belonging_to(user):
            codes = RecoveryCodes.activate(user).instance
        stored |= {app_of(user).data["secret"], codes.data["seed"]}
    assert len(stored) == 4


def test_a_secret_without_an_owner_is_not_sealed_at_all() -> None:
    with pytest.raises(LookupError, match="Whose second factor"):
        close("SECRET")


@pytest.mark.asvs("11.3.3")
def test_a_secret_moved_to_another_person_opens_no_door(browser: Client, cast: Cast) -> None:
    """Whoever writes to the database puts their own secret into a colleague's row."""
    with_password(cast.coordinator)
    own = with_app(cast.stranger)
    theirs = app_of(cast.coordinator)
    theirs.data = app_of(cast.stranger).data
    theirs.save()
    assert "Incorrect code" in typed(browser, cast.coordinator, code_of(own))
    row = entries().newest_first()[0]
    assert (row.purpose, row.object_id) == ("factor of another", cast.coordinator.pk)


def test_a_row_given_to_another_person_opens_no_door(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    own = with_app(cast.stranger)
    app_of(cast.coordinator).delete()
    Authenticator.objects.filter(user=cast.stranger).update(user=cast.coordinator)
    assert "Incorrect code" in typed(browser, cast.coordinator, code_of(own))


def test_a_list_of_recovery_codes_moved_opens_no_door(browser: Client, cast: Cast) -> None:
    with_password(cast.coordinator)
    with_app(cast.stranger)
    code = codes_of(cast.stranger)[0]
    Authenticator.objects.filter(user=cast.stranger, type="recovery_codes").update(
        user=cast.coordinator
    )
    assert "Incorrect code" in typed(browser, cast.coordinator, code)


@pytest.mark.asvs("11.2.5")
@pytest.mark.parametrize("junk", ["", "not base 64 !", "QUJD", "A" * 200])
def test_a_secret_that_is_none_is_refused_like_a_wrong_code(
    junk: str, browser: Client, cast: Cast
) -> None:
    secret = with_password(cast.coordinator)
    Authenticator.objects.filter(user=cast.coordinator).update(data={"secret": junk})
    assert "Incorrect code" in typed(browser, cast.coordinator, code_of(secret))


def test_a_secret_opens_for_its_owner_alone(cast: Cast) -> None:
    secret = with_app(cast.coordinator)
    stored = app_of(cast.coordinator).wrap()
    with belonging_to(cast.panel), pytest.raises(CannotOpen):
        stored.validate_code(code_of(secret))
