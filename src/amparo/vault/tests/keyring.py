"""Cases that are nothing but their keys and one sealed value, for what happens to keys."""

from collections.abc import Iterable
from uuid import UUID

from amparo.vault.actions import make_keys, open_sealed
from amparo.vault.cipher import CannotOpen, Key, Place, seal, unseal
from amparo.vault.epochs import Machine, Rotation, rotate
from amparo.vault.models import Compartment, DataKey
from amparo.vault.owner import as_owner
from support.cast import Cast
from support.screenings import case_of_keys
from support.sealed import seeing

TEXT = "Zorvanela"


class Ring:
    """Cases made here, with what was sealed for each; `reads` says whether it still opens."""

    def __init__(self, cast: Cast) -> None:
        self.by = cast.manager_a
        self.sealed: dict[UUID, bytes] = {}

    def add(self, count: int = 1) -> list[UUID]:
        made = []
        for _ in range(count):
            with seeing(self.by):
                case = case_of_keys(self.by)
                key = make_keys(case, by=self.by)[Compartment.FACTS]._key
            self.sealed[case] = seal(key, place(case), TEXT)
            made.append(case)
        return made

    def reads(self, case: UUID) -> bool:
        with seeing(self.by):
            try:
                opened = open_sealed(case, Compartment.FACTS, by=self.by, purpose="safety")
            except CannotOpen:
                return False
            return unseal(opened._key, place(case), self.sealed[case]) == TEXT

    def unread(self, cases: Iterable[UUID] | None = None) -> list[UUID]:
        return [case for case in (self.sealed if cases is None else cases) if not self.reads(case)]

    def epochs(self) -> dict[str, int]:
        """How many live keys each epoch wraps."""
        with seeing(self.by):
            found = list(DataKey.objects.values_list("epoch", flat=True))
        return {epoch: found.count(epoch) for epoch in sorted(set(found))}


def place(case: UUID) -> Place:
    return Place("test.text", case, case)


def rotated() -> Rotation:
    with as_owner():
        return rotate(by=Machine())


def opens(key: Key, case: UUID, sealed: bytes) -> bool:
    try:
        return unseal(key, place(case), sealed) == TEXT
    except CannotOpen:
        return False
