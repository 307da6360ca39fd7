"""The file of single sign-ons: each mistake is told with the entry and the key."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from amparo.accounts.sign_on.configuration import load
from amparo.vocab.datafile import DataError
from support.sign_on import FILE, written

HOST = "https://id.example.org"


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    (made,) = load(written(tmp_path, HOST))
    assert (made.code, made.issuer, made.client_id) == ("ministry", HOST, "amparo")
    assert made.algorithms == ("ES256", "PS256", "RS256", "EdDSA")
    assert made.secret == "the secret of the client"
    assert made.secret not in repr(made)


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ('code = "ministry"', 'code = "a b"', "code: should be one word"),
        ('client_id = "amparo"', "", "client_id: is missing"),
        ('amr = ["pwd"]', 'amr = ["pwd"]\nalgorithms = ["none"]', "'none' is none of"),
        ('amr = ["pwd"]', 'amr = ["pwd"]\nalgorithms = ["HS256"]', "'HS256' is none of"),
        ('amr = ["pwd"]', 'amr = ["pwd"]\nscope = "email"', "scope: is not a key"),
        ('acr = ["high"]\namr = ["pwd"]', "", "say in acr or amr how people"),
        ('issuer = "{issuer}"', 'issuer = "http://id.example.org"', "should begin with https"),
        ('"{secret}"', '"/nowhere/at/all"', "there is no file /nowhere/at/all"),
    ],
)
def test_a_mistake_is_told_with_its_key(line: str, instead: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=told):
        load(written(tmp_path, HOST, FILE.replace(line, instead)))


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, HOST)
    (tmp_path / "client-secret").chmod(0o644)
    with pytest.raises(DataError, match="client_secret_file: is open to other users"):
        load(file)


def test_a_mistake_stops_the_start(tmp_path: Path, settings: Settings) -> None:
    settings.SIGN_ON = str(written(tmp_path, HOST, FILE.replace("client_id", "client")))
    with pytest.raises(DataError, match=r"sign-on\.toml: issuer\[.*client_id: is missing"):
        apps.get_app_config("accounts").ready()


def test_a_list_of_leaked_passwords_that_is_not_there_stops_the_start(settings: Settings) -> None:
    settings.BREACHED_PASSWORDS = "/nowhere/at/all"
    with pytest.raises(ImproperlyConfigured, match="AMPARO_BREACHED_PASSWORDS: /nowhere/at/all"):
        apps.get_app_config("accounts").ready()


def test_a_code_stands_once(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="written twice"):
        load(written(tmp_path, HOST, FILE + FILE))
