"""What is there before anybody has done anything: no account, keys of full strength."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import Settings

from amparo.audit.keyfile import LENGTH, key
from amparo.people.models import User
from amparo.vault.cipher import NONCE


@pytest.mark.asvs("6.3.2", "15.2.3")
def test_a_new_database_has_no_account(db: None) -> None:
    assert not User.objects.exists()


@pytest.mark.asvs("11.2.3", "11.5.1")
def test_every_key_has_256_bits_from_the_system_and_is_made_once(
    tmp_path: Path, settings: Settings
) -> None:
    settings.KEYS = tmp_path / "keys"
    made = {name: key(name) for name in ("audit.key", "epochs/2026-01", "epochs/2026-02")}
    assert {len(secret) for secret in made.values()} == {LENGTH} == {32}
    assert len(set(made.values())) == len(made)
    assert {name: key(name) for name in made} == made
    assert NONCE * 8 >= 96


@pytest.mark.asvs("13.2.3", "11.2.3")
def test_no_secret_is_in_the_code_and_a_missing_one_stops_the_start() -> None:
    text = Path(settings.PACKAGE, "config", "settings.py").read_text()
    assert 'SECRET_KEY = secret("SECRET_KEY")' in text
    assert os.environ["SECRET_KEY"] not in text
