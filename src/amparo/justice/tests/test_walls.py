"""Evidence and care apart (ADR 58): the policy and the database each hold with the other open."""

import pytest
from django.db import transaction

from access.walls import first_wall_down
from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.standing import is_allowed, standing_of
from amparo.cases.models import Case
from amparo.justice.models import Dossier, Offender
from amparo.justice.tests.story import offender
from amparo.people.models import Unit, User
from amparo.vault.actions import make_key_for, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment
from support.cast import Cast

SHUT_OUT = ("manager_a", "manager_b", "coordinator", "panel", "provider", "auditor", "stranger")


@pytest.mark.parametrize("name", SHUT_OUT)
def test_with_the_database_open_the_policy_alone_shows_no_evidence(
    name: str, cast: Cast, dossier: Dossier
) -> None:
    """Asked with the eyes of whoever investigates, narrowed by the standing of somebody else."""
    row, by = offender(dossier, cast.investigator), cast.users[name]
    for act in (Act.SEE_DOSSIER, Act.WRITE_DOSSIER, Act.OPEN_EVIDENCE):
        assert not is_allowed(by, act, dossier.pk)
    with acting_as(by):
        standing = standing_of(by)
    with acting_as(cast.investigator):
        assert Offender.objects.filter(pk=row.pk).exists()
        assert not Offender.objects.visible_to(standing).exists()
        assert not Dossier.objects.visible_to(standing).exists()


@pytest.mark.parametrize("name", SHUT_OUT)
def test_with_the_policy_open_the_database_alone_shows_no_evidence_and_no_key(
    name: str, cast: Cast, dossier: Dossier
) -> None:
    row, by = offender(dossier, cast.investigator, "Drastivome"), cast.users[name]
    with first_wall_down(), acting_as(by):
        assert not Offender.objects.exists()
        with pytest.raises(CannotOpen):
            open_sealed(dossier.pk, Compartment.EVIDENCE, by=by, purpose="safety", thing=row)


def cared_for(case: Case, unit: Unit, by: User) -> None:
    share(case.pk, unit, [Purpose.CARE], by=by, under=OWN_RECORD, recipient=Recipient.OWN)


def test_the_key_of_health_notes_opens_to_the_unit_that_it_names_and_to_no_other(
    cast: Cast, case: Case
) -> None:
    centre, shelter = cast.units["centre_a"], cast.units["shelter"]
    for unit in (centre, shelter):
        cared_for(case, unit, cast.manager_a)
    with acting_as(cast.manager_a):
        make_key_for(case.pk, Compartment.CLINICAL, centre, by=cast.manager_a)

    def opens(user: User) -> bool:
        with first_wall_down(), acting_as(user), transaction.atomic():
            try:
                open_sealed(case.pk, Compartment.CLINICAL, by=user, purpose="care", thing=centre)
            except CannotOpen:
                return False
            return True

    assert opens(cast.manager_a)
    for name in ("provider", "coordinator", "investigator", "panel", "first_responder"):
        assert not opens(cast.users[name]), name
