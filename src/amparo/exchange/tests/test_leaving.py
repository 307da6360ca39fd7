"""Records leave as a copy on paper does: by two persons, under a basis, in the parts agreed to."""

import io
import zipfile
from datetime import timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import refuse
from amparo.audit.queries import entries
from amparo.cases.consents.actions import end_ground, record_ground
from amparo.cases.consents.queries import grounds_of
from amparo.cases.models import Case
from amparo.exchange.codes import said
from amparo.exchange.leaving import CODE, package_of
from amparo.exchange.tests import steps
from amparo.people.country import today
from amparo.rights.copy_exports.actions import ask_for_copy, take_copy
from amparo.rights.copy_exports.queries import export_with
from amparo.support.actions.plan import end_goal, set_goal
from support import files
from support.cast import Cast


def inside(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        return "\n".join(archive.read(name).decode("utf-8-sig") for name in names)


def test_what_was_agreed_to_leaves_as_sheets_under_a_name_that_says_nothing(
    cast: Cast, case: Case
) -> None:
    made = take_copy(steps.agreed(case, cast), by=cast.manager_a)
    text = inside(made.content)
    assert (made.name, made.type) == ("records.zip", "application/zip")
    for word in ("Zorvanela", "Tikomaresh", "Quibrandel", case.reference, "ForcedLabour"):
        assert word in text


def test_only_the_parts_that_were_agreed_to_are_opened(cast: Cast, case: Case) -> None:
    left = {"identity": "not_needed", "written": "third_person", "services": "not_needed"}
    row = steps.agreed(case, cast, left_out=left)
    before = entries().of_case(case.pk).count()
    text = inside(take_copy(row, by=cast.manager_a).content)
    assert "Zorvanela" not in text
    assert "Quibrandel" not in text
    assert "org_Name" not in text
    assert "ForcedLabour" in text
    rows = list(entries().of_case(case.pk).order_by("sequence"))[before:]
    assert [(entry.action, entry.keys) for entry in rows] == [("exported a copy", 0)]


def test_the_names_of_others_are_left_out_of_every_text(cast: Cast, case: Case) -> None:
    made = take_copy(steps.agreed(case, cast), by=cast.manager_a, names=["Quibrandel"])
    assert "the foreman ——— keeps" in inside(made.content)


def test_nothing_leaves_without_a_second_person_or_after_the_basis_has_ended(
    cast: Cast, case: Case
) -> None:
    row = steps.agreed(case, cast)
    with acting_as(cast.manager_a):
        ground = next(g for g in grounds_of(case) if g.purpose == "abroad")
    end_ground(ground, by=cast.manager_a)
    with pytest.raises(Refused, match="has ended"):
        take_copy(row, by=cast.manager_a)
    with pytest.raises(Refused, match="has not agreed"):
        ask_for_copy(
            case, by=cast.manager_a, recipient="other_country", proof="request", language="en",
            left_out={}, reason="They ask.", shape=CODE,
        )  # fmt: skip


def test_the_second_person_reads_that_records_leave(cast: Cast, case: Case) -> None:
    record_ground(case, by=cast.manager_a, purpose="abroad", ground="legal_duty")
    proposal = ask_for_copy(
        case, by=cast.manager_a, recipient="other_country", proof="request", language="en",
        left_out={}, reason="They ask.", shape=CODE,
    )  # fmt: skip
    with acting_as(cast.coordinator):
        assert "As: Records for another system (HTCDS 2.0)." in proposal.sentence
    refuse(proposal, by=cast.coordinator, reason="Not now.")
    with acting_as(cast.manager_a):
        row = export_with(proposal.subject)
    assert row
    with pytest.raises(Refused, match="Nobody has agreed"):
        take_copy(row, by=cast.manager_a)


def test_what_was_decided_here_goes_out_in_the_words_of_the_standard(cast: Cast) -> None:
    case = files.confirmed(cast)
    (record,) = steps.sent(case, cast).records
    said = record.fields
    assert said["vic_TraffickingStatus"] == "ActualVictimOfTrafficking"
    assert said["vic_TraffickingStatusDecisionMakingOrg"] == "NonPoliceGovernmentalOrganization"
    assert (said["cas_Status"], said["con_Consent"]) == ("Active", "true")


def test_a_closed_file_says_how_it_ended(cast: Cast) -> None:
    case = files.confirmed(cast)
    row = steps.agreed(case, cast)
    files.close(case, by=cast.manager_a, second=cast.coordinator, reason="died")
    with acting_as(cast.manager_a):
        fresh = export_with(row.pk)
        assert fresh
        (record,) = package_of(fresh, by=cast.manager_a).records
    said = record.fields
    assert (said["cas_Status"], said["prs_Deceased"]) == ("Closed", "true")
    assert said["cas_ReasonForCaseClosure"] == "The person has died"


def test_the_goals_of_the_person_leave_as_kinds_and_days_without_their_words(cast: Cast) -> None:
    case, by, until = files.received(cast), cast.manager_a, today() + timedelta(days=60)
    goals = [
        set_goal(
            case, by=by, service=service, unit=cast.units["centre_a"], own=True, until=until,
            text="To sleep beside Mirvaquel.",
        )
        for service in ("shelter", "interpretation")
    ]  # fmt: skip
    end_goal(case, goals[0].pk, by=by, how="reached")
    (record,) = steps.sent(case, cast).records
    planned = {"spl_PlannedEndDate": until.isoformat()}
    reached = {"spl_ActualEndDate": today().isoformat()}
    shelter = {"spl_Type": said("services", "shelter")}
    assert record.rows["plans"] == [shelter | planned | reached, planned]
    assert "Mirvaquel" not in str(record)
    (kept_back,) = steps.sent(case, cast, left_out={"services": "not_needed"}).records
    assert "plans" not in kept_back.rows
