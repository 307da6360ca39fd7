"""A share counts while the consent or ground that it hangs on does; both walls say the same."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.actions import share
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.queries import grants
from amparo.access.standing import Refused, is_allowed, shared_for
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import end_without_referral
from amparo.cases.actions.files import add_account, correct_identity, open_file
from amparo.cases.actions.measures import take_measure
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.consents.actions import record_consent, record_ground
from amparo.cases.consents.queries import consents_of
from amparo.cases.consents.tests.saying import OPEN, SHUT, end, files_consent, sees
from amparo.cases.machine import State
from amparo.cases.models import Case, Measure
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.screenings import finished_screening

BOTH = frozenset(THE_FILE)
Browser = Callable[[User], Client]


@pytest.mark.asvs("8.3.2", "8.2.2")
def test_a_withdrawal_shuts_out_who_came_by_it_and_nobody_else(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    end(case, cast)
    assert sees(cast.panel, case) == SHUT
    assert sees(cast.first_responder, case) == OPEN
    # Who looks after the person and the house that took them hold it by the consent to support.
    assert sees(cast.manager_a, case) == sees(cast.provider, case) == OPEN
    assert sees(cast.coordinator, case) == (True, True, 0)
    end(case, cast, "support")
    assert sees(cast.manager_a, case) == sees(cast.provider, case) == SHUT


@pytest.mark.asvs("8.3.2")
def test_the_next_request_of_a_running_session_is_refused(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, address = client_of(cast.panel), f"/files/{case.reference}/"
    assert client.get(address).status_code == 200
    end(case, cast)
    for path in ("", "identity/", "accounts/", "decide/"):
        assert client.get(address + path).status_code == 404
    assert client.post(address + "identity/", {"purpose": "decision"}).status_code == 404


def test_each_unit_shut_out_has_its_row_in_the_log(cast: Cast, case: Case) -> None:
    end(case, cast)
    rows = entries().of_case(case.pk).filter(action="stopped sharing")
    assert [(row.object_id, row.purpose) for row in rows] == [
        (cast.units["panel"].pk, "identification")
    ]


@pytest.mark.parametrize(("days", "open_then"), [(0, True), (3, True), (4, False)])
def test_a_consent_that_runs_out_shuts_the_file_without_anybody_clicking(
    days: int, open_then: bool, cast: Cast
) -> None:
    case = files.opened(cast)
    record_consent(
        case, by=cast.first_responder, purpose="identification", recipients="bureau",
        language="en", how="signed", given_by="person", until=today() + timedelta(days=3),
    )  # fmt: skip
    share_with(case, "panel", cast)
    with clock.at(clock.now() + timedelta(days=days)):
        assert sees(cast.panel, case) == (OPEN if open_then else SHUT)
        assert sees(cast.coordinator, case)[2] == (2 if open_then else 0)


def share_with(case: Case, unit: str, cast: Cast) -> None:
    share(
        case.pk, cast.units[unit], THE_FILE, by=cast.first_responder, under="identification",
        recipient=Recipient.BUREAU,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "open_then"),
    [
        (datetime(2031, 5, 3, 22, 59, tzinfo=UTC), True),  # 23:59 there
        (datetime(2031, 5, 3, 23, 1, tzinfo=UTC), False),  # 00:01 of the next day there
    ],
)
def test_a_day_ends_at_midnight_in_the_country(
    moment: datetime, open_then: bool, cast: Cast
) -> None:
    with clock.at(datetime(2031, 5, 3, 12, tzinfo=UTC)):
        case = files.opened(cast)
        record_consent(
            case, by=cast.first_responder, purpose="identification", recipients="bureau",
            language="en", how="signed", given_by="person", until=today(),
        )  # fmt: skip
        share_with(case, "panel", cast)
    with clock.at(moment):
        assert sees(cast.panel, case) == (OPEN if open_then else SHUT)


def test_the_database_reads_its_own_clock_in_the_zone_of_the_country(cast: Cast) -> None:
    with acting_as(cast.panel), connection.cursor() as cursor:
        cursor.execute("SELECT amparo_today(), (now() AT TIME ZONE 'Etc/GMT-1')::date")
        told, there = cursor.fetchone()
    assert told == there


def test_a_new_consent_does_not_bring_back_whom_the_old_one_let_in(cast: Cast, case: Case) -> None:
    end(case, cast)
    files_consent(case, cast)
    assert sees(cast.panel, case) == SHUT
    share_with(case, "panel", cast)
    assert sees(cast.panel, case) == OPEN


def test_nor_does_a_renewal_after_the_last_day(cast: Cast) -> None:
    case = files.opened(cast)
    files_consent(case, cast, until=today())
    share_with(case, "panel", cast)
    with clock.at(clock.now() + timedelta(days=2)):
        files_consent(case, cast)
        assert sees(cast.panel, case) == SHUT
        assert grants().of_case(case.pk).filter(until=None).count() == 2


def test_a_renewal_before_the_last_day_keeps_the_share(cast: Cast) -> None:
    case = files.opened(cast)
    files_consent(case, cast, until=today())
    share_with(case, "panel", cast)
    files_consent(case, cast)
    with clock.at(clock.now() + timedelta(days=2)):
        assert sees(cast.panel, case) == OPEN


def test_the_bureau_opens_what_is_sealed_only_under_a_basis(cast: Cast) -> None:
    case = files.opened(cast)
    for reading in (open_identity, open_accounts):
        with pytest.raises(Refused, match="only under a consent to identification"):
            reading(case, by=cast.coordinator, purpose="safety")
    with pytest.raises(Refused, match="only under a consent to identification"):
        correct_identity(case, by=cast.coordinator, identity={"given_name": "Planted"})
    record_ground(case, by=cast.coordinator, purpose="identification", ground="vital_interest")
    assert open_identity(case, by=cast.coordinator, purpose="safety") == files.IDENTITY
    assert open_accounts(case, by=cast.coordinator, purpose="safety")


@pytest.mark.parametrize(("recipients", "opens"), [("bureau", True), ("services", False)])
def test_a_yes_to_identification_opens_to_the_bureau_only_if_it_names_the_bureau(
    recipients: str, opens: bool, cast: Cast
) -> None:
    case = files.opened(cast)
    record_consent(
        case, by=cast.first_responder, purpose="identification", recipients=recipients,
        language="en", how="signed", given_by="person",
    )  # fmt: skip
    assert is_allowed(cast.coordinator, Act.OPEN_IDENTITY, case.pk) is opens


def test_the_bureau_opens_its_own_file(cast: Cast) -> None:
    case = files.opened(cast, by=cast.coordinator)
    assert shared_for(cast.coordinator, case.pk) == BOTH
    assert open_identity(case, by=cast.coordinator, purpose="safety") == files.IDENTITY


def test_the_bureau_opens_no_file_on_another_unit_s_screening(cast: Cast) -> None:
    screening = finished_screening(cast.first_responder)
    with pytest.raises(Refused, match="sealed opens to the bureau only"):
        open_file(screening, by=cast.coordinator, identity={})


def test_without_a_basis_the_bureau_writes_no_sealed_note_but_may_go_on(cast: Cast) -> None:
    case = files.opened(cast)
    kind = Measure.Kind.COERCION_FLAGGED
    with pytest.raises(Refused, match="leave the note empty"):
        take_measure(case, kind, by=cast.coordinator, note="Told to the office.")
    with pytest.raises(Refused, match="Nothing was written"):
        add_account(case, "Told to the office.", by=cast.coordinator)
    take_measure(case, kind, by=cast.coordinator)


def test_a_closed_file_takes_nothing_more_but_a_withdrawal(cast: Cast) -> None:
    case, by = files.consented(cast), cast.first_responder
    end_without_referral(case, State.NOT_REFERRED, by=by, reason="adult_declined")
    files.close(case, by=cast.coordinator, second=cast.first_responder, reason="person_ended")
    for write in (
        lambda: files_consent(case, cast),
        lambda: record_ground(case, by=by, purpose="police", ground="court_order"),
        lambda: add_account(case, "Seen at the gate.", by=by),
        lambda: take_measure(case, Measure.Kind.COERCION_FLAGGED, by=by),
    ):
        with pytest.raises(Refused, match="The file is closed"):
            write()
    end(case, cast)


@pytest.mark.parametrize("age", ["child", "not_sure"])
def test_a_child_s_own_yes_is_kept_and_shares_nothing(age: str, cast: Cast) -> None:
    case = files.opened(cast, age=age)
    files_consent(case, cast)
    assert sees(cast.coordinator, case) == (True, True, 0)
    files_consent(case, cast, given_by="guardian")
    assert sees(cast.coordinator, case) == OPEN


WRITES = (
    "INSERT INTO access_basis (id, case_id, purpose, recipients, since)"
    " SELECT gen_random_uuid(), id, 'identification', 'both', now() FROM cases_case",
    "UPDATE access_basis SET ended_at = NULL",
    "DELETE FROM access_basis",
    "TRUNCATE access_basis",
    "UPDATE access_grant SET under = '', recipient = 'own'",
    "UPDATE access_grant SET unit_id = unit_id",
    "DELETE FROM access_grant",
)


@pytest.mark.asvs("8.2.2", "13.2.2")
@pytest.mark.parametrize("statement", WRITES)
def test_the_web_role_writes_no_basis_and_rewrites_no_grant(
    statement: str, cast: Cast, case: Case
) -> None:
    with (
        acting_as(cast.coordinator),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_no_withdrawal_reaches_into_another_case(cast: Cast, case: Case) -> None:
    other = files.consented(cast, by=cast.manager_b)
    with acting_as(cast.manager_b):
        theirs = consents_of(other).first()
        assert theirs
    with (
        acting_as(cast.first_responder),
        pytest.raises(IntegrityError, match="belongs to another case"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO cases_withdrawal (id, case_id, consent_id, how, at, by_id)"
            " VALUES (%s, %s, %s, 'signed', now(), %s)",
            [uuid4(), case.pk, theirs.pk, cast.first_responder.pk],
        )
