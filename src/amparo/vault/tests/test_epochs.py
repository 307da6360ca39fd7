"""A new month: every live key under the new epoch, the old one destroyed when it may be."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections, transaction
from pytest_django import Settings

from amparo.audit.queries import entries
from amparo.audit.verify import faults_of_the_log
from amparo.config import embedded
from amparo.methods import clock
from amparo.vault import epochs
from amparo.vault.epochs import CannotDestroy, Machine, destroy, order_key_change, rotate
from amparo.vault.erasure import erase
from amparo.vault.models import Compartment, DataKey, Epoch, KeyChange
from amparo.vault.owner import as_owner
from amparo.vault.provider import KeysUnavailable, provider, unwraps
from amparo.vault.tests.keyring import Ring, rotated
from support.cast import Cast
from support.kms import SERVICE, Fault
from support.sealed import seeing

DECEMBER = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
JANUARY = datetime(2027, 1, 1, 4, 0, tzinfo=UTC)
NOVEMBER = "2026-11"
IN_DECEMBER = """
import django
django.setup()
from datetime import UTC, datetime
from django.core.management import call_command
from amparo.methods import clock
from amparo.vault import epochs
epochs.BATCH = 3
with clock.at(datetime(2026, 12, 1, tzinfo=UTC)):
    call_command("rotate_keys")
"""


@pytest.fixture
def ring(staff: Cast, settings: Settings) -> Ring:
    """A house whose keys are all of November."""
    settings.BACKUP_DAYS = 30
    provider().new_epoch(NOVEMBER)
    return Ring(staff)


@pytest.fixture
def kms(settings: Settings) -> Iterator[None]:
    settings.KEY_PROVIDER = "support.kms.service"
    SERVICE.keys.clear()
    yield
    SERVICE.keys.clear()


@pytest.fixture
def elsewhere(house: str, cluster: embedded.Cluster, own_keys: Path) -> dict[str, str]:
    """The environment of another process that works in this house."""
    return {
        **os.environ,
        "DATABASE_URL": cluster.url(embedded.WEB, house),
        "DATABASE_OWNER_URL": cluster.url(embedded.OWNER, house),
        "AMPARO_KEYS": str(own_keys),
        "AMPARO_KEY_PROVIDER": "support.dying.DyingKeys",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


@contextmanager
def small_batches(monkeypatch: pytest.MonkeyPatch, size: int = 3) -> Iterator[None]:
    monkeypatch.setattr(epochs, "BATCH", size)
    yield


def states() -> dict[str, tuple[bool, bool]]:
    """Of each epoch: whether retired, whether destroyed."""
    return {row.name: (bool(row.retired_at), bool(row.destroyed_at)) for row in Epoch.objects.all()}


@pytest.mark.asvs("11.2.2")
def test_a_new_month_wraps_every_key_anew_and_everything_still_opens(ring: Ring) -> None:
    ring.add(4)
    with clock.at(DECEMBER):
        done = rotated()
    assert (done.epoch, done.made, done.wrapped) == ("2026-12", True, {NOVEMBER: 8})
    assert (ring.epochs(), ring.unread()) == ({"2026-12": 8}, [])
    assert states() == {NOVEMBER: (True, False), "2026-12": (False, False)}


def test_the_same_month_again_changes_nothing(ring: Ring) -> None:
    ring.add(2)
    with clock.at(DECEMBER):
        rotated()
        before, logged = list(DataKey.objects.order_by("id").values()), entries().count()
        done = rotated()
    assert (done.made, done.wrapped, done.destroyed) == (False, {}, [])
    assert (list(DataKey.objects.order_by("id").values()), entries().count()) == (before, logged)


def test_more_keys_than_a_batch_are_all_wrapped(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.add(5)
    with small_batches(monkeypatch), clock.at(DECEMBER):
        assert rotated().wrapped.total() == 10
    assert ring.epochs() == {"2026-12": 10}


def test_each_unwrap_of_a_rotation_stands_in_the_log(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.add(5)
    before = unwraps()
    with small_batches(monkeypatch), clock.at(DECEMBER):
        rotated()
    rows = entries().filter(action="wrapped keys anew")
    assert unwraps() - before == sum(row.keys for row in rows) == 10
    assert {(row.actor, row.purpose) for row in rows} == {(Machine().pk, "2026-12")}
    assert faults_of_the_log() == []


@pytest.mark.parametrize("dies_at", [1, 4, 9])
def test_killed_in_the_middle_it_goes_on_where_it_was(
    dies_at: int, ring: Ring, elsewhere: dict[str, str]
) -> None:
    ring.add(5)
    environment = {**elsewhere, "AMPARO_TEST_DIES_AT": str(dies_at)}
    done = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", IN_DECEMBER], env=environment, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    whole_batches = (dies_at - 1) // 3 * 3
    assert ring.epochs().get("2026-12", 0) == whole_batches
    assert ring.unread() == []
    logged = sum(row.keys for row in entries().filter(action="wrapped keys anew"))
    assert logged == whole_batches
    with clock.at(DECEMBER):
        assert rotated().wrapped.total() == 10 - whole_batches
    assert (ring.epochs(), ring.unread()) == ({"2026-12": 10}, [])


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.SLOW, Fault.DENIED])
def test_a_provider_that_fails_in_the_middle_leaves_whole_batches_and_a_clear_error(
    fault: Fault, kms: None, staff: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Ring(staff)
    SERVICE.new_epoch(NOVEMBER)
    ring.add(4)
    with small_batches(monkeypatch), clock.at(DECEMBER):
        with (
            SERVICE.having(fault, after=14),
            pytest.raises(CommandError, match=r"key service .* run this again"),
        ):
            call_command("rotate_keys", stdout=StringIO())
        assert ring.epochs() == {NOVEMBER: 5, "2026-12": 3}
        assert ring.unread() == []
        assert rotated().wrapped.total() == 5


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.SLOW, Fault.DENIED])
def test_while_the_provider_is_down_nothing_is_made_or_opened_by_halves(
    fault: Fault, kms: None, staff: Cast
) -> None:
    ring = Ring(staff)
    (case,) = ring.add()
    before = (ring.epochs(), entries().count())
    with SERVICE.having(fault), pytest.raises(KeysUnavailable, match="key service"):
        ring.add()
    with SERVICE.having(fault):
        assert not ring.reads(case)
    assert (ring.epochs(), entries().count()) == before
    assert ring.reads(case)


def test_the_old_epoch_is_destroyed_once_no_backup_needs_it_and_not_before(ring: Ring) -> None:
    ring.add(2)
    with clock.at(DECEMBER):
        rotated()
    with clock.at(DECEMBER + timedelta(days=30, seconds=-1)):
        assert rotated().destroyed == []
    with clock.at(DECEMBER + timedelta(days=30)):
        assert rotated().destroyed == [NOVEMBER]
        assert states()[NOVEMBER] == (True, True)
        assert rotated().destroyed == []
    assert NOVEMBER not in provider().epochs()
    assert ring.unread() == []


def test_a_rotation_that_comes_late_keeps_the_old_epoch_as_much_longer(ring: Ring) -> None:
    ring.add()
    late = DECEMBER + timedelta(days=20)
    with clock.at(late):
        rotated()
    with clock.at(DECEMBER + timedelta(days=40)):
        assert rotated().destroyed == []
    with clock.at(late + timedelta(days=30)):
        assert rotated().destroyed == [NOVEMBER]


def test_an_epoch_that_wraps_a_live_key_is_not_destroyed(ring: Ring) -> None:
    ring.add()
    with clock.at(DECEMBER), as_owner():
        provider().new_epoch("2026-12")
        with pytest.raises(CannotDestroy, match="still wraps 2 keys"):
            destroy(NOVEMBER, by=Machine())
    assert (ring.unread(), NOVEMBER in provider().epochs()) == ([], True)


def test_the_epoch_in_use_is_not_destroyed(ring: Ring) -> None:
    with as_owner(), pytest.raises(CannotDestroy, match="in use"):
        destroy(NOVEMBER, by=Machine())
    assert NOVEMBER in provider().epochs()


def test_a_key_made_late_under_the_old_epoch_is_found_and_keeps_it_longer(ring: Ring) -> None:
    ring.add()
    with clock.at(DECEMBER):
        rotated()
    (straggler,) = ring.add()
    with as_owner():
        for row in DataKey.objects.filter(case_id=straggler):
            secret = provider().unwrap(row.epoch, bytes(row.wrapped), row.context())
            row.wrapped, row.epoch = provider().wrap(NOVEMBER, secret, row.context()), NOVEMBER
            row.save()
    with clock.at(DECEMBER + timedelta(days=40)):
        done = rotated()
        assert (done.wrapped[NOVEMBER], done.destroyed) == (2, [])
    with clock.at(DECEMBER + timedelta(days=70)):
        assert NOVEMBER in rotated().destroyed
    assert ring.reads(straggler)


def test_a_key_that_cannot_be_opened_stops_no_other_and_keeps_its_epoch(ring: Ring) -> None:
    broken, whole = ring.add(2)
    with as_owner():
        DataKey.objects.filter(case_id=broken, compartment=Compartment.FACTS).update(wrapped=b"?")
    with clock.at(DECEMBER), pytest.raises(CommandError, match="1 keys could not be opened"):
        call_command("rotate_keys", stdout=StringIO())
    assert ring.epochs() == {NOVEMBER: 1, "2026-12": 3}
    assert ring.reads(whole)
    with clock.at(DECEMBER + timedelta(days=90)), as_owner():
        assert rotate(by=Machine()).destroyed == []


def test_an_epoch_emptied_by_erasure_goes_with_its_backups(ring: Ring, staff: Cast) -> None:
    (case,) = ring.add()
    with clock.at(DECEMBER - timedelta(days=6)), seeing(staff.coordinator):
        certificate = erase(case, by=staff.coordinator, reason="retention_over")
    with clock.at(DECEMBER):
        rotated()
    last_day = datetime.combine(certificate.final_on, DECEMBER.time(), UTC)
    with clock.at(last_day):
        assert rotated().destroyed == [NOVEMBER]


def test_a_clock_set_back_makes_no_older_epoch(ring: Ring) -> None:
    with clock.at(JANUARY):
        rotated()
    with clock.at(DECEMBER):
        done = rotated()
    assert (done.epoch, done.made) == ("2027-01", False)


def test_an_order_of_two_persons_changes_the_key_within_the_month(ring: Ring, staff: Cast) -> None:
    ring.add()
    with clock.at(DECEMBER):
        rotated()
        for wanted in ("2026-12.02", "2026-12.03"):
            with seeing(staff.auditor):
                order_key_change(uuid4(), by=staff.auditor)
            done = rotated()
            assert (done.epoch, done.made, done.wrapped.total()) == (wanted, True, 2)
            assert not rotated().made
    assert ring.unread() == []
    assert not KeyChange.objects.filter(done_at=None).exists()


def test_a_new_month_after_a_changed_key_begins_anew(ring: Ring, staff: Cast) -> None:
    with clock.at(DECEMBER):
        rotated()
        order_key_change(uuid4(), by=staff.auditor)
        rotated()
    with clock.at(JANUARY):
        assert rotated().epoch == "2027-01"


@pytest.mark.parametrize(
    "forbidden",
    [
        "UPDATE vault_keychange SET done_at = now()",
        "DELETE FROM vault_keychange",
        "INSERT INTO vault_epoch (name, made_at) VALUES ('2026-10', now())",
        "UPDATE vault_epoch SET retired_at = '2020-01-01'",
        "DELETE FROM vault_epoch",
    ],
)
def test_the_web_role_writes_no_epoch_and_ends_no_order(forbidden: str, house: str) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(forbidden)


def test_the_web_role_sees_no_key_of_another_and_cannot_rotate(ring: Ring, staff: Cast) -> None:
    ring.add()
    assert DataKey.objects.count() == 0
    owner = connections["owner"]
    owner.close()
    owner.settings_dict["USER"] = embedded.WEB
    try:
        with pytest.raises(ImproperlyConfigured, match="DATABASE_OWNER_URL"), as_owner():
            rotate(by=Machine())
        with pytest.raises(CommandError, match="DATABASE_OWNER_URL"):
            call_command("rotate_keys", stdout=StringIO())
    finally:
        owner.close()
        owner.settings_dict["USER"] = embedded.OWNER
    assert (ring.unread(), provider().epochs()) == ([], [NOVEMBER])


def test_the_command_says_what_it_did(ring: Ring) -> None:
    ring.add(2)
    said = StringIO()
    with clock.at(DECEMBER):
        call_command("rotate_keys", stdout=said)
    with clock.at(DECEMBER + timedelta(days=30)):
        call_command("rotate_keys", stdout=said)
    for sentence in (
        "2026-12: made.",
        "4 keys wrapped anew under 2026-12.",
        "2026-11: kept for backups until 2026-12-31.",
        "2026-11: destroyed.",
    ):
        assert sentence in said.getvalue()
