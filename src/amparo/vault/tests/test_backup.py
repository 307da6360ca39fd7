"""Two files in two places, whole or not there; and back again without what was erased meanwhile."""

import stat
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg import sql
from pytest_django import Settings

from amparo.config import embedded
from amparo.methods import clock
from amparo.vault import backup, tombstones
from amparo.vault.actions import open_sealed
from amparo.vault.backup import CannotBackUp, CannotRestore, back_up, read_keys, restore
from amparo.vault.certificate import NotGenuine
from amparo.vault.erasure import Erased, erase
from amparo.vault.models import Certificate, Compartment, DataKey
from amparo.vault.owner import as_owner
from amparo.vault.tests.keyring import Ring
from support.cast import Cast
from support.sealed import seeing

NOW = datetime(2026, 11, 25, 23, 0, tzinfo=UTC)


@pytest.fixture
def ring(staff: Cast, settings: Settings, tmp_path: Path) -> Ring:
    """Three cases, and a role that may copy them."""
    owner = connections["owner"].settings_dict
    settings.BACKUP_DATABASE = {**owner, "USER": embedded.BACKUP}
    settings.WRAPPED = tmp_path / "wrapped"
    made = Ring(staff)
    made.add(3)
    return made


@pytest.fixture
def empty(house: str, cluster: embedded.Cluster) -> Iterator[str]:
    """Another database, without a table; the test says when it works there."""
    name = f"{house}_empty"
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        create = sql.SQL("CREATE DATABASE {} OWNER {}")
        server.execute(create.format(*map(sql.Identifier, (name, embedded.OWNER))))
        yield name
        use(house)
        server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))


def use(name: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def silent(_: str) -> None:
    return


def backed_up(folder: Path, said: list[str] | None = None) -> tuple[Path, Path]:
    say = silent if said is None else said.append
    return back_up(folder / "data", folder / "wrapped", say=say)


def erased(ring: Ring, cast: Cast) -> None:
    with seeing(cast.coordinator):
        erase(next(iter(ring.sealed)), by=cast.coordinator, reason="retention_over")


def test_a_backup_is_two_files_for_this_user_alone(ring: Ring, tmp_path: Path) -> None:
    said: list[str] = []
    with clock.at(NOW):
        data, keys = backed_up(tmp_path, said)
    assert (data.name, keys.name) == (
        "amparo-20261125T230000Z.data", "amparo-20261125T230000Z.keys",
    )  # fmt: skip
    for path in (data, keys):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert "6 wrapped keys." in said
    assert any("vault_certificate" in line for line in said), "no progress was told"


def test_the_data_hold_no_wrapped_key_and_neither_file_an_epoch_key(
    ring: Ring, own_keys: Path, tmp_path: Path
) -> None:
    data, keys = backed_up(tmp_path)
    with as_owner():
        wrapped = [bytes(row.wrapped).hex() for row in DataKey.objects.all()]
    tool = [backup._tool("pg_restore"), "--file=-", str(data)]
    text = subprocess.run(tool, capture_output=True, check=True).stdout.decode()  # noqa: S603  our own words
    assert len(wrapped) == 6
    assert "COPY public.vault_epoch" in text
    assert "COPY public.vault_datakey" not in text
    assert not [each for each in wrapped if each in text]
    assert all(each in keys.read_text() for each in wrapped)
    secrets = [p.read_bytes() for p in own_keys.rglob("*") if p.is_file()]
    assert not [s for s in secrets if s.hex() in text + keys.read_text()]


def test_places_that_hold_both_or_are_open_are_refused(
    ring: Ring, own_keys: Path, tmp_path: Path
) -> None:
    good, opened = tmp_path / "good", tmp_path / "opened"
    opened.mkdir(mode=0o755)
    (tmp_path / "file").touch()
    for data, keys, why in (
        (own_keys, good, "must not lie one in the other"),
        (own_keys / "data", good, "must not lie one in the other"),
        (good, own_keys / "wrapped", "must not lie one in the other"),
        (own_keys.parent, good, "must not lie one in the other"),
        (good, good, "two places"),
        (opened, good, "chmod 700"),
        (good, opened, "chmod 700"),
        (tmp_path / "file", good, "not a folder"),
    ):
        with pytest.raises(CannotBackUp, match=why):
            back_up(data, keys, say=silent)
    assert not list(tmp_path.rglob("amparo-*"))


def test_a_role_that_may_not_read_everything_is_refused_with_the_cure(
    ring: Ring, settings: Settings, tmp_path: Path
) -> None:
    settings.BACKUP_DATABASE = dict(connections["owner"].settings_dict)
    with pytest.raises(CommandError, match="BYPASSRLS"):
        call_command("backup", str(tmp_path / "data"), stdout=StringIO())
    assert not list(tmp_path.rglob("*amparo-*"))


def test_old_backups_go_by_the_day_in_their_name_and_the_newest_stays(
    ring: Ring, settings: Settings, tmp_path: Path
) -> None:
    settings.BACKUP_DAYS, settings.WRAPPED_DAYS = 30, 7
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "data" / "notes.data").touch()
    for days in (0, 10, 31):
        with clock.at(NOW + timedelta(days=days)):
            backed_up(tmp_path)
    left = {path.name for path in tmp_path.rglob("*.data")}
    assert left == {
        "notes.data", "amparo-20261205T230000Z.data", "amparo-20261226T230000Z.data",
    }  # fmt: skip
    assert [path.name for path in tmp_path.rglob("*.keys")] == ["amparo-20261226T230000Z.keys"]


def test_a_file_of_keys_that_was_cut_or_changed_is_refused(ring: Ring, tmp_path: Path) -> None:
    _, keys = backed_up(tmp_path)
    lines = keys.read_text().splitlines()
    assert len(list(read_keys(keys))) == 6
    cut = ["\n".join(lines[:count]) for count in range(len(lines))]
    changed = keys.read_text().replace("facts", "fakts", 1)
    for text in (*cut, changed, "amparo wrapped keys 2\n" + "\n".join(lines[1:])):
        keys.write_text(text)
        with pytest.raises(CannotRestore, match="no whole file"):
            list(read_keys(keys))


def test_a_database_that_is_not_empty_stays_as_it_is(ring: Ring, tmp_path: Path) -> None:
    data, keys = backed_up(tmp_path)
    with pytest.raises(CannotRestore, match="empty one"):
        restore(data, keys, say=silent)
    assert ring.unread() == []


def test_the_commands_bring_everything_back_but_what_was_erased_since(
    ring: Ring, staff: Cast, empty: str, tmp_path: Path
) -> None:
    said = StringIO()
    call_command("backup", str(tmp_path / "data"), stdout=said)
    erased(ring, staff)
    use(empty)
    call_command("restore", str(tmp_path / "data"), stdout=said)
    gone, *others = ring.sealed
    assert "4 wrapped keys; 2 of erased files left out." in said.getvalue()
    assert ring.unread(others) == []
    with seeing(staff.auditor):
        assert [each.case_id for each in Certificate.objects.all()] == [gone]
    with seeing(ring.by), pytest.raises(Erased, match="was erased on"):
        open_sealed(gone, Compartment.FACTS, by=ring.by, purpose="safety")
    assert sorted(each.pk for each in staff.users.values()) == user_ids()


def user_ids() -> list[object]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT id FROM people_user ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_the_web_role_is_bound_in_a_restored_database_as_before(
    ring: Ring, staff: Cast, empty: str, tmp_path: Path
) -> None:
    data, keys = backed_up(tmp_path)
    use(empty)
    restore(data, keys, say=silent)
    assert DataKey.objects.count() == 0
    with seeing(staff.stranger):
        assert DataKey.objects.count() == 0
    with seeing(ring.by):
        assert DataKey.objects.count() == 6


def test_an_erasure_that_a_kill_kept_from_the_key_folder_is_written_by_the_next_backup(
    ring: Ring, staff: Cast, own_keys: Path, tmp_path: Path
) -> None:
    erased(ring, staff)
    (tombstone,) = (own_keys / "erased").iterdir()
    assert stat.S_IMODE(tombstone.stat().st_mode) == 0o600
    tombstone.unlink()
    call_command("backup", str(tmp_path / "data"), stdout=StringIO())
    assert list((own_keys / "erased").iterdir()) == [tombstone]


def test_a_tombstone_that_nobody_signed_stops_a_restore_before_it_begins(
    ring: Ring, staff: Cast, empty: str, tmp_path: Path
) -> None:
    data, keys = backed_up(tmp_path)
    erased(ring, staff)
    (tombstone,) = tombstones._folder().iterdir()
    victim = list(ring.sealed)[1]
    tombstone.write_text(tombstone.read_text().replace(next(map(str, ring.sealed)), str(victim)))
    with pytest.raises(NotGenuine):
        tombstones.erased()
    use(empty)
    with pytest.raises(CommandError, match="Nothing was restored"):
        call_command("restore", str(data), "--keys-from", str(keys), stdout=StringIO())
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        assert cursor.fetchone() == (0,)


def test_a_folder_without_a_backup_says_what_is_looked_for(empty: str, tmp_path: Path) -> None:
    use(empty)
    with pytest.raises(CommandError, match=r"no file amparo-\*\.data"):
        call_command("restore", str(tmp_path), "--keys-from", str(tmp_path), stdout=StringIO())
