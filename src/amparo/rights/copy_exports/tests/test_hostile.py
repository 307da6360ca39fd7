"""Who tries to get a copy out some other way: nobody does."""

from datetime import timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.restriction.actions import restrict
from amparo.access.restriction.models import Restriction
from amparo.access.standing import Refused
from amparo.access.two_persons import Proposal, approve
from amparo.access.two_persons.queries import decidable_by
from amparo.audit.queries import entries
from amparo.cases.actions.shares import end_share
from amparo.cases.consents.actions import withdraw_consent
from amparo.cases.consents.models import Consent
from amparo.cases.consents.queries import live_consents
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from amparo.people.queries import as_of_now
from amparo.rights.copy_exports.actions import take_copy
from amparo.rights.copy_exports.queries import agreed_exports
from amparo.rights.copy_exports.tests.asking import agreed, asked, consented, export_of
from amparo.rights.models import CopyExport
from support.cast import Cast

NOTHING_LEFT = "exported a copy"


def left() -> int:
    return entries().filter(action=NOTHING_LEFT).count()


def its_consent(case: Case, by: User) -> Consent:
    with acting_as(by):
        return live_consents(case).get(purpose="legal_aid")


def withdrawn(case: Case, cast: Cast) -> None:
    withdraw_consent(its_consent(case, cast.manager_a), by=cast.manager_a, how="signed")


def refused(row: CopyExport, by: User, match: str) -> None:
    with pytest.raises(Refused, match=match):
        take_copy(row, by=as_of_now(by))
    assert left() == 0


ASKS_NOT = ["first_responder", "manager_b", "provider", "panel", "auditor", "administrator"]


@pytest.mark.parametrize("persona", [*ASKS_NOT, "stranger"])
def test_only_whoever_keeps_the_file_asks(persona: str, cast: Cast, case: Case) -> None:
    consented(case, cast.manager_a)
    with pytest.raises(Refused):
        asked(case, cast.users[persona])


@pytest.mark.asvs("2.3.5")
@pytest.mark.parametrize("persona", ["manager_b", "auditor", "administrator", "panel", "provider"])
def test_nobody_agrees_who_does_not_know_the_file(persona: str, cast: Cast, case: Case) -> None:
    consented(case, cast.manager_a)
    proposal = asked(case, cast.manager_a)
    with acting_as(cast.users[persona]):
        assert decidable_by(cast.users[persona]) == []
    with pytest.raises(Refused):
        approve(proposal, by=cast.users[persona])
    refused(export_of(proposal), cast.manager_a, "Nobody has agreed")


@pytest.mark.parametrize("persona", ["manager_b", "coordinator", "first_responder"])
def test_nobody_takes_what_another_asked_for(persona: str, cast: Cast, case: Case) -> None:
    refused(agreed(case, cast), cast.users[persona], "no mandate|Nobody has agreed|not shared")


def waiting(cast: Cast, case: Case) -> Proposal:
    """Asked for by the manager of A, under a yes of the person."""
    consented(case, cast.manager_a)
    return asked(case, cast.manager_a)


@pytest.mark.asvs("2.3.5")
def test_one_person_in_two_units_is_one_person(cast: Cast, case: Case) -> None:
    proposal = waiting(cast, case)
    cast.manager_a.memberships.create(unit=cast.units["bureau"], since=today())
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=as_of_now(cast.manager_a))
    refused(export_of(proposal), cast.manager_a, "Nobody has agreed")


def test_a_yes_taken_back_before_the_second_person_stops_them(cast: Cast, case: Case) -> None:
    proposal = waiting(cast, case)
    withdrawn(case, cast)
    with pytest.raises(Refused, match="has ended"):
        approve(proposal, by=cast.coordinator)
    refused(export_of(proposal), cast.manager_a, "Nobody has agreed")


def test_a_yes_taken_back_after_the_second_person_stops_the_copy(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    withdrawn(case, cast)
    refused(row, cast.manager_a, "has ended")


def test_a_new_yes_does_not_bring_back_a_copy_under_the_old_one(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    withdrawn(case, cast)
    consented(case, cast.manager_a)
    refused(row, cast.manager_a, "has ended")


def test_a_yes_that_runs_out_meanwhile_stops_the_copy(cast: Cast, case: Case) -> None:
    late = clock.now().replace(hour=12)
    with clock.at(late):
        consented(case, cast.manager_a, until=today())
        proposal = asked(case, cast.manager_a)
        approve(proposal, by=cast.coordinator)
    with clock.at(late + timedelta(hours=20)):
        refused(export_of(proposal), cast.manager_a, "has ended")


def test_a_file_that_is_not_shared_any_more_gives_no_copy(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    end_share(case, cast.units["centre_a"], by=cast.coordinator)
    refused(row, cast.manager_a, "not shared")


def test_a_restricted_file_gives_no_copy_to_anybody_else(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    restrict(
        case.pk, by=cast.manager_a, ground=Restriction.Ground.CONTESTED,
        asked_by=Restriction.AskedBy.PERSON,
    )  # fmt: skip
    refused(row, cast.manager_a, "restricted")
    with pytest.raises(Refused, match="restricted"):
        asked(case, cast.manager_a)


def test_a_day_too_late_there_is_nothing_on_the_file(cast: Cast, case: Case) -> None:
    row = agreed(case, cast)
    with acting_as(cast.manager_a):
        assert [each for each, _ in agreed_exports(case, cast.manager_a)] == [row]
    with clock.at(clock.now() + timedelta(hours=24)), acting_as(cast.manager_a):
        assert agreed_exports(case, cast.manager_a) == []


def test_what_nobody_decided_in_time_is_agreed_to_by_nobody(cast: Cast, case: Case) -> None:
    proposal = waiting(cast, case)
    with clock.at(clock.now() + timedelta(hours=72)):
        with pytest.raises(Refused, match="expired"):
            approve(proposal, by=cast.coordinator)
        refused(export_of(proposal), cast.manager_a, "Nobody has agreed")
