"""A signal begins a file before anybody could screen; the screening goes on in the same file."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import end_without_referral
from amparo.cases.actions.files import open_file
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.child.tests.steps import decided
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.queries import awaits_its_file, case_with
from amparo.cases.signals.actions import note_signal, screen
from amparo.cases.tests.steps import statuses, stored
from amparo.methods import clock
from amparo.people.models import User
from amparo.screening.models import Screening
from support.cast import Cast

ClientOf = Callable[[User], Client]
TOLD = "A neighbour hears somebody cry in the cellar at night."


def noted(cast: Cast) -> Case:
    return note_signal(
        by=cast.first_responder, key=uuid4(), channel="tip", danger=False,
        account=TOLD, safe_contact="through the neighbour, mornings",
    )  # fmt: skip


def screened(case: Case, by: User, **answers: object) -> Screening:
    row = screen(case, by=by, key=uuid4())
    with acting_as(by):
        row.answers, row.finished_at = {"languages": ["en"], **answers}, clock.now()
        row.save()
    return row


def test_a_signal_opens_a_file_with_its_clock_and_seals_what_was_told(cast: Cast) -> None:
    case = noted(cast)
    assert case.identification == "signal"
    assert case.treated_as_child
    assert [row.state for row in statuses(case, cast, Track.IDENTIFICATION)] == ["signal"]
    by = cast.first_responder
    assert open_identity(case, by=by, purpose="safety")["safe_contact"].startswith("through")
    assert [row.text for row in open_accounts(case, by=by, purpose="safety")] == [TOLD]
    assert entries().of_case(case.pk).filter(action="noted a signal").count() == 1


def test_the_screening_goes_on_in_the_file_and_fills_what_was_not_known(cast: Cast) -> None:
    case, by = noted(cast), cast.first_responder
    row = screened(case, by, age="adult", sex="F")
    with acting_as(by):
        assert awaits_its_file(row)
    same = open_file(row, by=by, identity={"given_name": "Zorvanela"}, account="Seen at the door.")
    assert (same.pk, same.reference, same.identification) == (case.pk, case.reference, "screened")
    assert (same.sex, same.age_status, same.screening_id) == ("F", "adult", row.pk)
    identity = open_identity(same, by=by, purpose="safety")
    assert identity["given_name"] == "Zorvanela"
    assert identity["safe_contact"].startswith("through")
    assert len(open_accounts(same, by=by, purpose="safety")) == 2
    with acting_as(by):
        assert not awaits_its_file(row)
    with pytest.raises(Refused, match="has its file already"):
        open_file(row, by=by, identity={})


def test_a_file_that_was_screened_is_not_screened_again(cast: Cast) -> None:
    case, by = noted(cast), cast.first_responder
    open_file(screened(case, by), by=by, identity={})
    with pytest.raises(Refused, match="its screening already"):
        screen(case, by=by, key=uuid4())


def test_nobody_screens_a_file_that_is_not_shared_with_them(cast: Cast) -> None:
    case = noted(cast)
    with pytest.raises(Refused):
        screen(case, by=cast.manager_b, key=uuid4())


def test_a_signal_that_came_to_nothing_ends_and_one_with_signs_does_not(cast: Cast) -> None:
    case, by = noted(cast), cast.first_responder
    with pytest.raises(Refused, match="always referred"):
        end_without_referral(case, State.NOT_REFERRED, by=by, reason="adult_declined")
    end_without_referral(case, State.NOT_REFERRED, by=by, reason="no_signs")
    assert stored(case, cast).identification == "not_referred"


def test_from_the_form_to_the_screening_by_clicks(cast: Cast, client_of: ClientOf) -> None:
    client = client_of(cast.first_responder)
    page = client.get("/files/signal/")
    key = uuid4()
    sent = {"danger": "yes", "channel": "inspection", "account": TOLD, "key": key}
    answer = client.post("/files/signal/", sent)
    case = stored_by(key, cast)
    assert page.status_code == 200
    assert answer["Location"] == f"/files/{case.reference}/"
    assert client.post("/files/signal/", sent)["Location"] == answer["Location"]
    shown = client.get(answer["Location"]).content.decode()
    assert "Begin the screening" in shown
    assert TOLD not in shown
    begun = client.post(f"/files/{case.reference}/screen/", {"key": uuid4()})
    assert begun["Location"].startswith("/screenings/")


def stored_by(key: UUID, cast: Cast) -> Case:
    return stored(Case(pk=key), cast)


def test_an_age_that_was_decided_stands_above_the_screening(cast: Cast) -> None:
    by = cast.manager_a
    case = note_signal(by=by, key=uuid4(), channel="tip", danger=False)
    decided(case, "child", by=by)
    same = open_file(screened(case, by, age="adult", sex="F"), by=by, identity={})
    assert (same.age_status, same.sex) == ("child", "F")


def test_the_database_takes_an_age_from_the_screening_once(cast: Cast) -> None:
    case, by = noted(cast), cast.first_responder
    with acting_as(by):
        waiting = case_with(case.pk)
        waiting.age_status = "adult"
        with pytest.raises(DatabaseError, match="An age changes by"), transaction.atomic():
            waiting.save(update_fields=["age_status"])
    same = open_file(screened(case, by, age="adult"), by=by, identity={})
    with acting_as(by):
        same.age_status = "child"
        with pytest.raises(DatabaseError, match="An age changes by"), transaction.atomic():
            same.save(update_fields=["age_status"])


def test_an_identity_of_which_nothing_is_known_is_no_empty_list(
    cast: Cast, client_of: Callable[[User], Client]
) -> None:
    case = note_signal(by=cast.first_responder, key=uuid4(), channel="tip", danger=False)
    path = f"/files/{case.reference}/identity/"
    html = client_of(cast.first_responder).post(path, {"purpose": "safety"}).content.decode()
    assert "Nothing was written down." in html
    assert '<dl class="rows">' not in html
