"""Who writes what is done about an ask: each deed asks by itself, whatever a page let through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from amparo.access.standing import NotAllowed, Refused
from amparo.audit.queries import entries
from amparo.commitments.following.actions.asks import note_sending, put_in_charge, say_progress
from amparo.commitments.following.actions.register import (
    add_institution,
    end_institution,
    say_bond,
    take_up_institution,
)
from amparo.commitments.following.actions.showing import add_note
from amparo.commitments.following.actions.taking import answer_ask, take_action, take_step
from amparo.commitments.following.models import Action, Bond, Institution
from amparo.commitments.models import Ask
from amparo.people.models import User
from support.cast import Cast

DAY = date(2026, 7, 30)


@dataclass(frozen=True)
class Things:
    ask: Ask
    institution: Institution
    action: Action


Deed = Callable[[Things, User], object]
DEEDS: dict[str, Deed] = {
    "add": lambda on, by: add_institution(by=by, name_en="x", name_fr="x"),
    "end": lambda on, by: end_institution(on.institution, by=by),
    "bond": lambda on, by: say_bond("CRC", by=by, kind="none"),
    "charge": lambda on, by: put_in_charge(on.ask, on.institution, by=by),
    "progress": lambda on, by: say_progress(on.ask, by=by, state="done", why="x"),
    "send": lambda on, by: note_sending(on.ask, by=by, opens=DAY, sent_on=DAY),
    "action": lambda on, by: take_action(by=by, title="x", state="planned"),
    "answer": lambda on, by: answer_ask(on.action, on.ask, by=by),
    "step": lambda on, by: take_step(on.action, by=by, state="done"),
    "note": lambda on, by: add_note(on.ask, by=by, text="x"),
}


@pytest.fixture
def institution(cast: Cast) -> Institution:
    return add_institution(by=cast.coordinator, name_en="Court", name_fr="Cour")


@pytest.fixture
def things(cast: Cast, ask: Ask, institution: Institution) -> Things:
    action = take_action(by=cast.coordinator, title="A decree", state="planned")
    return Things(ask, institution, action)


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_the_bureau_and_the_rapporteur_write_and_nobody_else_does(
    deed: Deed, cast: Cast, things: Things
) -> None:
    for name in ("stranger", "provider", "panel", "investigator", "administrator"):
        with pytest.raises(NotAllowed):
            deed(things, cast.users[name])
    before = entries().filter(actor=cast.statistician.pk).count()
    deed(things, cast.statistician)
    assert entries().filter(actor=cast.statistician.pk).count() == before + 1


def test_an_ended_institution_is_put_in_charge_of_nothing(
    cast: Cast, ask: Ask, institution: Institution
) -> None:
    end_institution(institution, by=cast.coordinator)
    with pytest.raises(Refused):
        put_in_charge(ask, institution, by=cast.coordinator)


def test_a_name_that_was_taken_meanwhile_is_not_taken_up_again(
    cast: Cast, institution: Institution
) -> None:
    end_institution(institution, by=cast.coordinator)
    add_institution(by=cast.coordinator, name_en="Court", name_fr="Autre cour")
    with pytest.raises(Refused):
        take_up_institution(institution, by=cast.coordinator)


def test_what_was_said_of_an_instrument_is_never_said_otherwise_later(cast: Cast) -> None:
    row = say_bond("CRC", by=cast.coordinator, kind="signed")
    with pytest.raises(DatabaseError), transaction.atomic():
        Bond.objects.filter(pk=row.pk).update(kind="party")
    row.refresh_from_db()
    assert row.kind == "signed"


def test_putting_the_same_institution_in_charge_again_changes_nothing(
    cast: Cast, ask: Ask, institution: Institution
) -> None:
    first = put_in_charge(ask, institution, by=cast.coordinator)
    assert put_in_charge(ask, institution, by=cast.coordinator) == first
    assert institution.charges.count() == 1
