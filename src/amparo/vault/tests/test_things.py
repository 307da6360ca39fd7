"""Keys of single things of a case: several under one row, never another case's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from amparo.audit.queries import entries
from amparo.vault import actions
from amparo.vault.actions import guard_with, make_key_for, make_keys, open_sealed, open_things
from amparo.vault.cipher import CannotOpen
from amparo.vault.erasure import Erased, erase
from amparo.vault.models import Compartment
from support.cast import Cast
from support.screenings import finished_screening
from support.sealed import seeing

ATTACHED = Compartment.ATTACHMENT


@dataclass(frozen=True)
class Thing:
    pk: UUID = field(default_factory=uuid4)


def case_with(cast: Cast, *things: Thing) -> UUID:
    """A case of the first responder's with a key for each thing, beside the two that all have."""
    by = cast.first_responder
    case = finished_screening(by).case_id
    with seeing(by):
        make_keys(case, by=by)
        for thing in things:
            make_key_for(case, ATTACHED, thing, by=by)
    return case


def test_several_keys_open_under_one_row_that_counts_them(cast: Cast) -> None:
    one, other, third = Thing(), Thing(), Thing()
    by, case = cast.first_responder, case_with(cast, one, other, third)
    case_with(cast, Thing())
    with seeing(by):
        opened = open_things(case, ATTACHED, [one.pk, other.pk], by=by, purpose="evidence")
    assert set(opened) == {one.pk, other.pk}
    [row] = entries().openings().of_case(case)
    assert (row.actor, row.keys, row.purpose) == (by.pk, 2, "attached: evidence")


def test_the_key_of_a_thing_is_named_in_the_log_when_it_is_made(cast: Cast) -> None:
    thing = Thing()
    case = case_with(cast, thing)
    made = entries().of_case(case).filter(action="made a key")
    assert list(made.values_list("actor", "object_id")) == [(cast.first_responder.pk, thing.pk)]


def test_no_thing_opens_by_another_case_another_compartment_or_without_a_purpose(
    cast: Cast,
) -> None:
    thing, by = Thing(), cast.first_responder
    case, other = case_with(cast, thing), case_with(cast, Thing())
    tries = [(other, ATTACHED, "evidence"), (case, Compartment.FACTS, "evidence")]
    with seeing(by):
        for where, compartment, purpose in tries:
            with pytest.raises(CannotOpen, match="no such key, or not for you"):
                open_things(where, compartment, [thing.pk], by=by, purpose=purpose)
        with pytest.raises(CannotOpen, match="asks for a purpose"):
            open_things(case, ATTACHED, [thing.pk], by=by, purpose="")
    assert not entries().openings().exists()


def test_things_of_an_erased_case_say_so(cast: Cast) -> None:
    thing, by = Thing(), cast.first_responder
    case = case_with(cast, thing)
    with seeing(by):
        erase(case, by=by, reason="retention_over")
        with pytest.raises(Erased):
            open_things(case, ATTACHED, [thing.pk], by=by, purpose="evidence")
        with pytest.raises(Erased):
            make_key_for(case, ATTACHED, Thing(), by=by)


def test_a_guard_stands_around_each_opening_once_and_is_told_what_for(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[UUID, str]] = []

    @contextmanager
    def guard(case: UUID, purpose: str) -> Iterator[None]:
        told.append((case, purpose))
        yield

    monkeypatch.setattr(actions, "_guards", list(actions._guards))
    guard_with(guard)
    guard_with(guard)
    thing, by = Thing(), cast.first_responder
    case = case_with(cast, thing)
    with seeing(by):
        open_things(case, ATTACHED, [thing.pk], by=by, purpose="evidence")
        open_sealed(case, Compartment.FACTS, by=by, purpose="safety")
    assert told == [(case, "evidence"), (case, "safety")]
