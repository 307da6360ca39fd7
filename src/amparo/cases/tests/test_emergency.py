"""A file that is not shared, opened in an emergency by its whole reference."""

import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.glass.models import Glass
from amparo.access.standing import Refused
from amparo.audit.models import Decision
from amparo.audit.queries import entries
from amparo.cases.actions.glass import break_glass
from amparo.cases.actions.opening import open_identity
from amparo.cases.models import Case, Person
from amparo.cases.openings import openings_of
from amparo.cases.queries import behind_glass, case_with, cases_for
from amparo.people.models import User
from amparo.people.queries import as_of_now
from support.cast import Cast
from support.files import IDENTITY

Browser = Callable[[User], Client]
ADDRESS, LIST = "/files/emergency/", "/files/emergencies/"
WHY = "She is in danger tonight."
NOWHERE = ("A-2020-99999", "A-2026", "nonsense", "%", "")


def denied(user: User) -> int:
    return entries().filter(actor=user.pk, decision=Decision.DENY, case_id=None).count()


def test_before_the_glass_is_broken_the_file_is_not_there(case: Case, cast: Cast) -> None:
    with acting_as(cast.manager_b):
        assert not cases_for(cast.manager_b).exists()
        assert not Case.objects.exists()


@pytest.mark.asvs("8.2.2")
def test_the_whole_reference_opens_the_file_and_the_identity(case: Case, cast: Cast) -> None:
    assert break_glass(f" {case.reference.lower()} ", by=cast.manager_b, reason=WHY)
    user = as_of_now(cast.manager_b)
    with acting_as(user):
        assert [row.pk for row in cases_for(user)] == [case.pk]
        assert open_identity(case, by=user, purpose="safety") == IDENTITY


@pytest.mark.parametrize("reference", NOWHERE)
@pytest.mark.asvs("8.3.3")
def test_a_reference_that_is_none_opens_nothing_and_is_logged(
    reference: str, case: Case, cast: Cast
) -> None:
    assert break_glass(reference, by=cast.manager_b, reason=WHY) is None
    assert denied(cast.manager_b) == 1
    assert not Glass.objects.exists()


def test_part_of_a_reference_opens_nothing(case: Case, cast: Cast) -> None:
    for part in (case.reference[:-1], f"{case.reference}0", f"{case.reference[:-1]}_"):
        assert break_glass(part, by=cast.manager_b, reason=WHY) is None


def test_a_wrong_and_an_absent_reference_cost_the_same_questions(case: Case, cast: Cast) -> None:
    counts = set()
    for reference in NOWHERE:
        user = as_of_now(cast.manager_b)
        with CaptureQueriesContext(connection) as asked:
            break_glass(reference, by=user, reason=WHY)
        counts.add(len(asked))
    assert len(counts) == 1


def test_the_door_is_shut_when_the_question_is_answered(case: Case, cast: Cast) -> None:
    with acting_as(cast.manager_b):
        assert behind_glass(case.reference) == case.pk
        assert not Case.objects.exists()


def test_the_door_shows_the_row_of_the_case_alone_and_only_to_those_mandates(
    case: Case, cast: Cast
) -> None:
    seen = {}
    for name, user in cast.users.items():
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('amparo.glass', %s, true)", [case.reference])
            seen[name] = (Case.objects.exists(), Person.objects.exists())
            cursor.execute("SELECT set_config('amparo.glass', '', true)")
    assert (seen["manager_b"], seen["provider"]) == ((True, False), (False, False))
    assert {name for name, rows in seen.items() if rows[0]} == {
        "first_responder", "manager_a", "manager_b", "panel", "coordinator",
    }  # fmt: skip
    assert seen["administrator"] == seen["auditor"] == seen["stranger"] == (False, False)


def test_through_the_door_nothing_is_written(case: Case, cast: Cast) -> None:
    with acting_as(cast.manager_b), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('amparo.glass', %s, true)", [case.reference])
        assert Case.objects.update(region="north") == 0
        with pytest.raises(Case.DoesNotExist):
            case_with(case.pk)


def test_whoever_keeps_the_file_sees_that_it_was_an_emergency(case: Case, cast: Cast) -> None:
    break_glass(case.reference, by=cast.manager_b, reason=WHY)
    open_identity(case, by=as_of_now(cast.manager_b), purpose="safety")
    open_identity(case, by=cast.manager_a, purpose="safety")
    with acting_as(cast.manager_a):
        marks = {opening.who: opening.emergency for opening in openings_of(case)}
    assert marks == {"Manager_B Test, centre_b unit": True, "Manager_A Test, centre_a unit": False}


def sent(reference: str, **fields: Any) -> dict[str, Any]:
    return {"reference": reference, "reason": WHY, "again": reference, "key": uuid4(), **fields}


def test_the_page_opens_the_file_and_says_for_how_long(
    case: Case, cast: Cast, client_of: Browser
) -> None:
    answer = client_of(cast.manager_b).post(ADDRESS, sent(case.reference), follow=True)
    body = answer.content.decode()
    assert "open to you for 60 minutes" in body
    assert case.reference in body


def test_the_demonstration_asks_for_the_reference_twice(
    case: Case, cast: Cast, client_of: Browser
) -> None:
    page = client_of(cast.manager_b).post(ADDRESS, sent(case.reference, again="A-2020-1"))
    assert "not the same reference" in page.content.decode()
    assert not Glass.objects.exists()


def test_no_such_file_is_said_and_asked_again_under_another_key(
    case: Case, cast: Cast, client_of: Browser
) -> None:
    first = sent("A-2020-99999")
    page = client_of(cast.manager_b).post(ADDRESS, first).content.decode()
    assert "No file has this reference" in page
    assert WHY in page
    assert str(first["key"]) not in page
    assert denied(cast.manager_b) == 1


@pytest.fixture
def in_service(client_of: Browser, settings: Settings) -> Browser:
    """Outside the demonstration, past the page that asks for a second factor to be set up."""

    def browser(user: User) -> Client:
        signed_in = client_of(user)
        settings.DEMO = False
        rest = [each for each in settings.MIDDLEWARE if "SecondFactor" not in each]
        settings.MIDDLEWARE = rest
        return signed_in

    return browser


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.asvs("7.5.3", "8.2.2")
def test_without_a_factor_shown_just_now_the_page_leads_to_it(
    method: str, case: Case, cast: Cast, in_service: Browser
) -> None:
    browser = in_service(cast.manager_b)
    answer = getattr(browser, method)(ADDRESS, sent(case.reference))
    assert answer.status_code == 302
    assert "reauthenticate" in answer.headers["Location"]
    assert not Glass.objects.exists()


@pytest.mark.parametrize(("age", "asked"), [(60, False), (299, False), (301, True)])
def test_a_factor_counts_for_five_minutes(
    age: int, asked: bool, cast: Cast, in_service: Browser
) -> None:
    browser = in_service(cast.manager_b)
    _signed(browser, cast.manager_b, age)
    assert (browser.get(ADDRESS).status_code == 302) is asked


def _signed(browser: Client, user: User, seconds_ago: int) -> None:
    """As the library writes down a factor that was shown."""
    request = RequestFactory().get("/")
    request.user, request.session = user, browser.session
    record_authentication(request, user, method="password")
    for each in request.session["account_authentication_methods"]:
        each["at"] = time.time() - seconds_ago
    request.session.save()


def test_the_list_gives_the_reference_to_the_bureau_and_not_to_data_protection(
    case: Case, cast: Cast, client_of: Browser
) -> None:
    glass = break_glass(case.reference, by=cast.manager_b, reason=WHY)
    assert glass is not None
    bureau, protection = (
        client_of(user).get(LIST).content.decode() for user in (cast.coordinator, cast.auditor)
    )
    for page in (bureau, protection):
        assert glass.mark in page
        assert WHY in page
    assert case.reference in bureau
    assert case.reference not in protection
    for user in (cast.coordinator, cast.auditor):
        assert glass.mark in client_of(user).get("/").content.decode()


def test_data_protection_reviews_on_its_page(case: Case, cast: Cast, client_of: Browser) -> None:
    glass = break_glass(case.reference, by=cast.manager_b, reason=WHY)
    assert glass is not None
    data = {"outcome": "not_justified", "reason": "Nobody was in danger.", "key": uuid4()}
    assert client_of(cast.auditor).post(f"{LIST}{glass.pk}/", data).status_code == 302
    assert "not justified" in client_of(cast.coordinator).get(LIST).content.decode()
    with acting_as(cast.manager_b):
        assert not cases_for(as_of_now(cast.manager_b)).exists()


def test_a_mandate_that_may_not_is_refused(case: Case, cast: Cast) -> None:
    for name in ("provider", "coordinator", "auditor", "administrator", "stranger"):
        with pytest.raises(Refused, match="no mandate"):
            break_glass(case.reference, by=cast.users[name], reason=WHY)
