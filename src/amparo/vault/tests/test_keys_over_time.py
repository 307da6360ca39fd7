"""Whatever happens in whatever order, who can read what is what a plain model says.

Keys are made, wrapped anew, erased, backed up, restored and destroyed; after every step live files
open, erased ones do not, and an old copy opens exactly what its epochs still allow.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings as django_settings
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine
from pytest_django import Settings

from amparo.methods import clock
from amparo.vault.backup import living_keys, read_keys, write_keys
from amparo.vault.cipher import CannotOpen, Key
from amparo.vault.erasure import erase
from amparo.vault.models import Compartment, DataKey, Epoch
from amparo.vault.owner import as_owner
from amparo.vault.provider import month, provider
from amparo.vault.tests.keyring import Ring, opens, rotated
from support.cast import Cast
from support.sealed import seeing

START = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
DAYS = 30


class KeysOverTime(RuleBasedStateMachine):
    """`epochs`: when each was left by its last key. `live`: what wraps each case."""

    cast: Cast
    root: Path
    looked = 0  # how many copies were read, over all orders of steps

    def __init__(self) -> None:
        super().__init__()
        self.folder = self.root / str(uuid4())
        django_settings.KEYS = self.folder / "keys"
        with as_owner():
            DataKey.objects.all().delete()
            Epoch.objects.all().delete()
        self.now = START
        self.ring = Ring(self.cast)
        self.epochs: dict[str, datetime | None] = {}
        self.live: dict[UUID, str] = {}
        self.erased: set[UUID] = set()
        self.copies: list[tuple[Path, dict[UUID, str]]] = []
        self._begin()

    def _begin(self) -> None:
        provider().new_epoch(month(self.now))
        self.epochs[month(self.now)] = None
        (self.folder / "copies").mkdir()

    @rule()
    def make_keys(self) -> None:
        (case,) = self.ring.add()
        self.live[case] = max(self.epochs)

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule()
    def rotate(self) -> None:
        with clock.at(self.now):
            rotated()
        newest = max(*self.epochs, month(self.now))
        left = set(self.live.values()) - {newest}
        self.epochs.setdefault(newest, None)
        self.live = dict.fromkeys(self.live, newest)
        for name, since in list(self.epochs.items()):
            if name != newest and (name in left or since is None):
                self.epochs[name] = self.now
        over = self.now - timedelta(days=DAYS)
        self.epochs = {
            name: since
            for name, since in self.epochs.items()
            if name == newest or since is None or since > over
        }

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(sorted(self.live)))
        with clock.at(self.now), seeing(self.cast.coordinator):
            erase(case, by=self.cast.coordinator, reason="retention_over")
        del self.live[case]
        self.erased.add(case)

    @precondition(lambda self: len(self.copies) < 3)
    @rule()
    def back_up(self) -> None:
        path = self.folder / "copies" / f"{len(self.copies)}.keys"
        path.touch()
        write_keys(path)
        self.copies.append((path, dict(self.live)))

    @invariant()
    def live_files_open_and_erased_ones_do_not(self) -> None:
        for case in self.ring.sealed:
            assert self.ring.reads(case) == (case in self.live)

    @invariant()
    def the_epochs_are_those_of_the_model(self) -> None:
        assert provider().epochs() == sorted(self.epochs)

    @invariant()
    def a_restored_copy_opens_what_is_not_erased(self) -> None:
        for path, then in self.copies:
            rows, _ = living_keys(path)
            assert self._opened(rows) == self._readable(then) - self.erased

    @invariant()
    def a_stolen_copy_opens_what_its_epochs_allow(self) -> None:
        for path, then in self.copies:
            assert self._opened(list(read_keys(path))) == self._readable(then)
            KeysOverTime.looked += 1

    def _readable(self, then: dict[UUID, str]) -> set[UUID]:
        return {case for case, epoch in then.items() if epoch in self.epochs}

    def _opened(self, rows: list[DataKey]) -> set[UUID]:
        return {
            row.case_id for row in rows if row.compartment == Compartment.FACTS and self._opens(row)
        }

    def _opens(self, row: DataKey) -> bool:
        try:
            secret = provider().unwrap(row.epoch, bytes(row.wrapped), row.context())
        except CannotOpen:
            return False
        return opens(Key(row.pk, secret), row.case_id, self.ring.sealed[row.case_id])


@pytest.mark.asvs("14.2.7")
def test_who_can_read_what_is_what_the_model_says(
    staff: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.BACKUP_DAYS = DAYS
    KeysOverTime.cast, KeysOverTime.root = staff, tmp_path
    run_machine(KeysOverTime, settings=hypothesis_settings(max_examples=20, stateful_step_count=16))
    assert KeysOverTime.looked > 20, "hardly any copy was ever read"
