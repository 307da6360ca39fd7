"""Doubt is a child until a decision; a decision binds, and an appeal gives the protection back."""

import pytest
from django.db import DatabaseError, transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import withdraw
from amparo.cases.child.actions.age import appeal_age
from amparo.cases.child.models import AgeDecision
from amparo.cases.child.tests.steps import assessed, decided, stored, with_guardian
from amparo.cases.models import Case
from amparo.methods import clock
from support import files
from support.cast import Cast


@pytest.mark.parametrize("result", ["adult", "child", "not_sure"])
def test_the_age_of_a_file_is_what_the_last_decision_says(
    result: str, cast: Cast, child: Case
) -> None:
    row = decided(child, result, by=cast.panel)
    assert stored(child, cast).age_status == result
    assert stored(child, cast).treated_as_child == (result != "adult")
    logged = entries().of_case(child.pk).get(object_id=row.pk)
    assert (logged.action, logged.purpose) == ("decided on the age", result)


def test_a_doubt_about_an_adult_makes_a_child(cast: Cast) -> None:
    case = files.received(cast)
    decided(case, "not_sure", by=cast.manager_a)
    assert stored(case, cast).treated_as_child
    with pytest.raises(Refused, match="stays protected"):
        withdraw(stored(case, cast), by=cast.manager_a, reason="consent_withdrawn")


def test_the_benefit_of_the_doubt_makes_nobody_an_adult(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="benefit of the doubt"):
        decided(child, "adult", by=cast.panel, benefit_of_doubt=True)
    assert stored(child, cast).age_status == "not_sure"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"person_consented": False}, "takes the consent"),
        ({"guardian_consented": False}, "takes the consent"),
        ({"methods": ("medical",)}, "last resort"),
    ],
)
def test_a_medical_examination_takes_both_consents_and_comes_last(
    changes: dict[str, object], said: str, cast: Cast, child: Case
) -> None:
    with_guardian(child, by=cast.manager_a)
    with pytest.raises(Refused, match=said):
        decided(child, "adult", by=cast.panel, **{"methods": ("documents", "medical"), **changes})
    decided(child, "child", by=cast.panel, methods=("documents", "medical"))
    assert stored(child, cast).age_status == "child"


def test_a_medical_examination_waits_for_a_guardian(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="before a guardian is appointed"):
        decided(child, "child", by=cast.panel, methods=("documents", "medical"))


def test_an_appeal_against_an_adult_age_makes_a_child_until_somebody_else_decides(
    cast: Cast, child: Case
) -> None:
    decided(child, "adult", by=cast.panel)
    appeal = appeal_age(child, by=cast.manager_a, lodged_by="person")
    assert stored(child, cast).age_status == "not_sure"
    with pytest.raises(Refused, match="Somebody else decides"):
        decided(child, "adult", by=cast.panel)
    row = decided(child, "adult", by=cast.coordinator)
    assert row.appeal == appeal
    assert stored(child, cast).age_status == "adult"


def test_an_appeal_against_a_childs_age_leaves_the_child_a_child(cast: Cast, child: Case) -> None:
    decided(child, "child", by=cast.panel)
    appeal_age(child, by=cast.manager_a, lodged_by="person")
    assert stored(child, cast).age_status == "child"


def test_a_decision_is_contested_once_and_only_when_there_is_one(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="no decision"):
        appeal_age(child, by=cast.manager_a, lodged_by="person")
    decided(child, "adult", by=cast.panel)
    appeal_age(child, by=cast.manager_a, lodged_by="person")
    with pytest.raises(Refused, match="contested already"):
        appeal_age(child, by=cast.manager_a, lodged_by="lawyer")


def test_whoever_met_the_person_first_does_not_decide_on_the_age(cast: Cast, child: Case) -> None:
    with pytest.raises(Refused):
        decided(child, "adult", by=cast.first_responder)
    assert stored(child, cast).treated_as_child


def test_the_database_changes_no_age_without_a_decision(cast: Cast, child: Case) -> None:
    with acting_as(cast.coordinator):
        case = stored(child, cast)
        case.age_status = "adult"
        with (
            pytest.raises(DatabaseError, match="An age changes by a decision"),
            transaction.atomic(),
        ):
            case.save(update_fields=["age_status"])


@pytest.mark.parametrize("person", [True, False])
def test_the_database_keeps_no_examination_without_consent(
    person: bool, cast: Cast, child: Case
) -> None:
    found = assessed("child", methods=("documents", "medical"), person_consented=person)
    with acting_as(cast.panel):
        row = AgeDecision(
            case=child, at=clock.now(), by=cast.panel,
            **{**vars(found), "methods": list(found.methods), "guardian_consented": not person},
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="without_consent"), transaction.atomic():
            row.save(force_insert=True)
