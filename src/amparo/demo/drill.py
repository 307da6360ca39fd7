"""The drill of backups, on invented files in databases of its own: erased stays erased.

It reads as whoever holds a whole database, a file of wrapped keys and the key folder would: none
of the product's walls is in the way, only the keys.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connections, models

from amparo.access.acting import acting_as
from amparo.config import embedded
from amparo.demo.load.houses import load_houses
from amparo.demo.load.people import load_people
from amparo.demo.load.plans import make_plans
from amparo.demo.load.play import play
from amparo.methods import clock
from amparo.people.queries import active_users
from amparo.vault.backup import back_up, read_keys, restore
from amparo.vault.cipher import CannotOpen, Key, Place, unseal
from amparo.vault.epochs import Machine, rotate
from amparo.vault.erasure import erase
from amparo.vault.fields import SealedField
from amparo.vault.models import DataKey
from amparo.vault.owner import as_owner
from amparo.vault.provider import named

Say = Callable[[str], None]
Make = Callable[[str], None]
BUREAU = "adele@corvane.example"
LIVE, RESTORED = "drill_live", "drill_restored"
OFFSET = timedelta(days=32)


@dataclass(frozen=True)
class BackupDrill:
    """Texts that opened, of the erased file and of the others, at each stage."""

    before: tuple[int, int]
    live: tuple[int, int]
    old_data_current_keys: tuple[int, int]
    old_data_old_keys: tuple[int, int]
    after_destruction: tuple[int, int]
    live_after_destruction: tuple[int, int]

    @property
    def passed(self) -> bool:
        """While the epoch lives, old data with old keys do open: that is why it is destroyed."""
        one, others = self.before
        return (
            one > 0 < others
            and self.live == self.old_data_current_keys == self.live_after_destruction
            and self.live == (0, others)
            and self.old_data_old_keys == (one, others)
            and self.after_destruction == (0, 0)
        )


@dataclass
class Scene:
    """Where a drill takes place: `make` gives an empty database with every table."""

    cluster: embedded.Cluster
    folder: Path
    make: Make
    say: Say

    def at(self, name: str) -> None:
        """Work in database `name` from here on."""
        for alias, role in (("default", embedded.WEB), ("owner", embedded.OWNER)):
            _point(alias, {"NAME": name, "USER": role, "HOST": self.cluster.socket_dir})
        settings.BACKUP_DATABASE = {
            **connections["owner"].settings_dict, "USER": embedded.BACKUP,
        }  # fmt: skip


def drill_backup(scene: Scene, *, files: int) -> BackupDrill:
    scene.make(LIVE)
    scene.at(LIVE)
    _play(files, scene.say)
    erased = _opened_texts(_live_keys()).most_common(1)[0][0]
    counts = _Counts(erased)
    before = counts.of(_live_keys())
    data, old_keys = _backed_up(scene)
    _erase(erased)
    live = counts.of(_live_keys())
    _, new_keys = _backed_up(scene, later=1)
    scene.at(RESTORED)
    restore(data, new_keys, say=scene.say)
    current, old = counts.of(_live_keys()), counts.of(read_keys(old_keys))
    scene.at(LIVE)
    _months_later(scene.say)
    live_after = counts.of(_live_keys())
    scene.at(RESTORED)
    after = counts.of(read_keys(old_keys))
    return BackupDrill(before, live, current, old, after, live_after)


@dataclass(frozen=True)
class _Counts:
    erased: UUID

    def of(self, keys: Iterable[DataKey]) -> tuple[int, int]:
        texts = _opened_texts(keys)
        return texts[self.erased], texts.total() - texts[self.erased]


def _play(files: int, say: Say) -> None:
    houses = load_houses()
    play(make_plans(clock.now())[-files:], houses, load_people(houses), say)


def _erase(case: UUID) -> None:
    by = active_users().get(email=BUREAU)
    with acting_as(by):
        erase(case, by=by, reason="drill")


def _backed_up(scene: Scene, *, later: int = 0) -> tuple[Path, Path]:
    with clock.at(clock.now() + timedelta(seconds=later)):
        return back_up(scene.folder / "data", scene.folder / "wrapped", say=scene.say)


def _months_later(say: Say) -> None:
    """The first of the next month, and the day on which its last backup expires."""
    first = (clock.now().replace(day=1) + OFFSET).replace(day=1)
    for moment in (first, first + timedelta(days=settings.BACKUP_DAYS)):
        with clock.at(moment), as_owner():
            rotate(by=Machine(), say=say)


def _live_keys() -> list[DataKey]:
    with as_owner():
        return list(DataKey.objects.all())


def _opened_texts(rows: Iterable[DataKey]) -> Counter[UUID]:
    """How many sealed texts of each case these wrapped keys open, with the key folder at hand."""
    keys: dict[UUID, list[Key]] = {}
    keeper = named(settings.KEY_PROVIDER)
    for row in rows:
        try:
            secret = keeper.unwrap(row.epoch, bytes(row.wrapped), row.context())
        except CannotOpen:
            continue
        keys.setdefault(row.case_id, []).append(Key(row.pk, secret))
    with _reading_everything():
        return Counter(
            place.case
            for place, stored in _sealed()
            if any(_opens(key, place, stored) for key in keys.get(place.case, ()))
        )


def _opens(key: Key, place: Place, stored: bytes) -> bool:
    try:
        return bool(unseal(key, place, stored))
    except CannotOpen:
        return False


def _sealed() -> Iterator[tuple[Place, bytes]]:
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, SealedField):
                yield from _column(model, field)


def _column(model: type[models.Model], field: SealedField) -> Iterator[tuple[Place, bytes]]:
    rows = model._default_manager.filter(**{f"{field.name}__isnull": False})
    for pk, case, value in rows.values_list("pk", _case_of(rows.model), field.name):
        yield Place(field.label, pk, case), value.stored


@contextmanager
def _reading_everything() -> Iterator[None]:
    """Row-level security is no wall for whoever has the whole database."""
    before = connections["default"].settings_dict["USER"]
    _point("default", {"USER": embedded.BACKUP})
    try:
        yield
    finally:
        _point("default", {"USER": before})


def _point(alias: str, parts: dict[str, Any]) -> None:
    connections[alias].close()
    connections[alias].settings_dict.update(parts)


def _case_of(model: type[models.Model]) -> str:
    """The field that names the case: a row of a dossier has it under another name.

    Where a house is belongs to no case: its key has the id of the place itself.
    """
    named = (field.attname for field in model._meta.fields if field.column == "case_id")
    return next(named, model._meta.pk.attname)
