"""New keys before the month ends: one person asks, another agrees, the next run does it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import Proposal, approve
from amparo.access.two_persons.queries import decidable_by
from amparo.people.models import User
from amparo.people.queries import as_of_now
from amparo.vault.queries import key_changes
from support.cast import Cast


def proposed(by: User) -> Proposal:
    said = StringIO()
    call_command("change_keys", by.email, "A laptop with the keys was stolen.", stdout=said)
    assert "./run rotate_keys" in said.getvalue()
    proposal = Proposal.objects.get()
    assert "Files stay readable" in proposal.sentence
    return proposal


def waits_for(user: User) -> list[Proposal]:
    with acting_as(user):
        return decidable_by(as_of_now(user))


@pytest.mark.asvs("2.3.5")
def test_a_second_person_agrees_and_the_order_waits_for_the_next_run(cast: Cast) -> None:
    with acting_as(cast.administrator):
        proposal = proposed(cast.administrator)
    assert waits_for(cast.auditor) == [proposal]
    assert not key_changes().exists()
    approve(proposal, by=cast.auditor)
    assert [(change.pk, change.by) for change in key_changes().waiting()] == [
        (proposal.pk, cast.auditor.pk)
    ]


def test_nobody_orders_new_keys_alone(cast: Cast) -> None:
    with acting_as(cast.administrator):
        proposal = proposed(cast.administrator)
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.administrator)
    assert not key_changes().exists()


def test_only_administration_and_data_protection_ask(cast: Cast) -> None:
    for other in (cast.coordinator, cast.manager_a, cast.stranger):
        with pytest.raises(CommandError):
            call_command("change_keys", other.email, "I want it.", stdout=StringIO())
    with pytest.raises(CommandError, match="nobody with the address"):
        call_command("change_keys", "who@example.org", "I want it.", stdout=StringIO())
    assert not Proposal.objects.exists()
