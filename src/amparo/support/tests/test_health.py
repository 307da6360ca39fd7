"""Clinical notes open to the unit that wrote them, and to nobody else (referral mechanism, B5)."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.opening import open_everything
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.people.models import User
from amparo.support.actions.health import note_health, open_health
from amparo.support.models import HealthNote
from amparo.vault.actions import open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
TEXT = "Broken rib, Quendravis three times a day."
OTHERS = ("manager_a", "first_responder", "panel", "coordinator", "second_provider", "auditor")


@pytest.fixture
def noted(cast: Cast, case: Case) -> Case:
    """The shelter that took the person has written a note."""
    files.placed(cast, case)
    note_health(case, by=cast.provider, kind="examination", text=TEXT)
    return case


def counted(user: User) -> int:
    with acting_as(user):
        return HealthNote.objects.count()


def test_the_unit_that_wrote_it_opens_it_and_that_is_in_the_log(cast: Cast, noted: Case) -> None:
    (note,) = open_health(noted, by=cast.provider, purpose="care")
    assert note.text == TEXT
    row = entries().of_case(noted.pk).openings().order_by("sequence").last()
    assert row is not None
    assert (row.actor, row.purpose) == (cast.provider.pk, "clinical: care")


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_sees_that_there_is_one(name: str, cast: Cast, noted: Case) -> None:
    other = cast.users[name]
    assert counted(other) == 0
    with pytest.raises(Refused):
        open_health(noted, by=other, purpose="care")
    with acting_as(other), pytest.raises(CannotOpen):
        unit = cast.units["shelter"]
        open_sealed(noted.pk, Compartment.CLINICAL, by=other, purpose="care", thing=unit)


def test_two_units_of_one_person_read_their_own(cast: Cast, noted: Case) -> None:
    note_health(noted, by=cast.manager_a, kind="talk", text="She sleeps again.")
    assert (counted(cast.provider), counted(cast.manager_a)) == (1, 1)
    (own,) = open_health(noted, by=cast.manager_a, purpose="care")
    assert own.text == "She sleeps again."


def test_a_unit_writes_under_one_key(cast: Cast, noted: Case) -> None:
    note_health(noted, by=cast.provider, kind="medicine", text="The same for ten days.")
    texts = [note.text for note in open_health(noted, by=cast.provider, purpose="care")]
    assert texts == ["The same for ten days.", TEXT]


def test_whoever_does_not_care_for_the_person_writes_none(cast: Cast, case: Case) -> None:
    for name in ("provider", "manager_b", "first_responder", "panel", "coordinator"):
        with pytest.raises(Refused):
            note_health(case, by=cast.users[name], kind="talk", text="No.")


def test_it_is_in_no_other_page_and_in_no_timeline(
    cast: Cast, noted: Case, client_of: Browser
) -> None:
    with acting_as(cast.provider):
        assert not any("health note" in str(entry.title) for entry in timeline(noted))
    told = open_everything(noted, by=cast.manager_a, purpose="safety")
    assert not any("Quendravis" in written.text for written in told)
    html = client_of(cast.manager_a).get(f"/files/{noted.reference}/health/").content.decode()
    assert "Your unit has noted nothing here" in html


def test_the_page_opens_by_a_purpose(cast: Cast, noted: Case, client_of: Browser) -> None:
    client, path = client_of(cast.provider), f"/files/{noted.reference}/health/"
    closed = client.get(path).content.decode()
    assert "Quendravis" not in closed and "Examination" in closed
    assert "Quendravis" in client.post(path, {"purpose": "safety"}).content.decode()
    assert client_of(cast.panel).get(path).status_code == 403
