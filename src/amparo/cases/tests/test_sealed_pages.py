"""What is sealed shows only after a purpose was given, and each showing is in the log."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.files import SEALED, add_account, correct_identity
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.models import Case
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.sealed import (
    ACCOUNT,
    EVERY_WORD,
    LEAVING,
    NEW,
    NOTE,
    OBJECTION,
    OF_COUNTRY,
    PAUSE,
    REASONS,
    WRITTEN,
    fully_written,
)

Browser = Callable[[User], Client]
PAGES = {
    "identity": tuple(WRITTEN.values()),
    "accounts": (ACCOUNT, REASONS, NEW, NOTE, OF_COUNTRY, PAUSE, OBJECTION, LEAVING),
}
COMPARTMENTS = {"identity": "identity", "accounts": "facts"}

each_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture
def case(cast: Cast) -> Case:
    return fully_written(cast)


def address(case: Case, page: str) -> str:
    return f"/files/{case.reference}/{page}/"


def sealed_in(html: str) -> set[str]:
    return {text for text in EVERY_WORD if text in html}


def openings(case: Case) -> list[tuple[object, str]]:
    rows = entries().of_case(case.pk).openings().order_by("sequence")
    return [(row.actor, row.purpose) for row in rows]


@each_page
def test_the_page_shows_nothing_before_a_purpose_is_given(
    page: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client, before = client_of(cast.panel), openings(case)
    for response in (
        client.get(address(case, page)),
        client.post(address(case, page), {"key": uuid4()}),
    ):
        assert response.status_code == 200
        assert sealed_in(response.content.decode()) == set()
    odd = client.post(address(case, page), {"purpose": "curiosity"})
    assert "Select a valid choice" in odd.content.decode()
    assert openings(case) == before


@each_page
def test_an_empty_purpose_is_asked_for_by_name(
    page: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    html = client_of(cast.panel).post(address(case, page), {"key": uuid4()}).content.decode()
    assert '<a href="#id_purpose_0">What do you need it for?: This field is required.</a>' in html


@each_page
@pytest.mark.asvs("15.3.1", "14.2.6")
def test_with_a_purpose_it_shows_its_own_part_and_writes_one_row(
    page: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    before = openings(case)
    response = client_of(cast.panel).post(address(case, page), {"purpose": "decision"})
    assert sealed_in(response.content.decode()) == set(PAGES[page])
    assert response.headers["Cache-Control"] == "no-store"
    assert openings(case) == [*before, (cast.panel.pk, f"{COMPARTMENTS[page]}: decision")]


@each_page
def test_each_showing_has_a_row_of_its_own(
    page: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client, before = client_of(cast.panel), len(openings(case))
    for _ in range(3):
        client.post(address(case, page), {"purpose": "safety"})
    assert len(openings(case)) == before + 3


@each_page
def test_outsiders_see_nothing_and_leave_no_opening(
    page: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    before = openings(case)
    expected = {"stranger": 403, "auditor": 403, "statistician": 403, "manager_b": 404}
    for name, status in expected.items():
        response = client_of(cast.users[name]).post(address(case, page), {"purpose": "safety"})
        assert (name, response.status_code) == (name, status)
        assert sealed_in(response.content.decode()) == set()
    assert openings(case) == before


@pytest.mark.asvs("8.2.3", "15.3.1")
def test_a_shelter_that_took_the_person_reads_the_identity_and_no_account(
    cast: Cast, client_of: Browser
) -> None:
    case = files.received(cast)
    files.placed(cast, case)
    client = client_of(cast.provider)
    names = client.post(address(case, "identity"), {"purpose": "service"})
    assert files.IDENTITY["given_name"] in names.content.decode()
    assert client.post(address(case, "accounts"), {"purpose": "service"}).status_code == 403


def test_the_file_says_who_opened_it_and_shows_nothing_sealed(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client_of(cast.panel).post(address(case, "identity"), {"purpose": "decision"})
    html = client_of(cast.first_responder).get(f"/files/{case.reference}/").content.decode()
    assert "Panel Test" in html
    assert sealed_in(html) == set()


def test_a_correction_writes_what_was_given_and_leaves_the_rest(cast: Cast, case: Case) -> None:
    correct_identity(case, by=cast.first_responder, identity={"given_name": "  Verrantisse "})
    names = open_identity(case, by=cast.panel, purpose="decision")
    assert names == {**WRITTEN, "given_name": "Verrantisse"}


def test_a_correction_of_nothing_is_refused_and_opens_nothing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    before = entries().count()
    empty = {"key": uuid4(), "given_name": "  "}
    answer = client_of(cast.first_responder).post(address(case, "identity/correct"), empty)
    assert "Fill in what is to be written anew." in answer.content.decode()
    assert entries().count() == before


@pytest.mark.asvs("15.3.1")
def test_the_form_of_a_correction_shows_nothing_that_is_sealed(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    html = client_of(cast.first_responder).get(address(case, "identity/correct")).content.decode()
    assert all(f'name="{field}"' in html for field in SEALED)
    assert sealed_in(html) == set()


def test_accounts_and_reasons_come_in_the_order_of_writing(cast: Cast, case: Case) -> None:
    added = "Seen at the gate.\n\nTwice."
    add_account(case, added, by=cast.manager_a)
    written = open_accounts(case, by=cast.panel, purpose="decision")
    assert [each.text for each in written] == [
        ACCOUNT,
        REASONS,
        NEW,
        NOTE,
        f"What the person is said to owe, and to whom\n{OF_COUNTRY}",
        PAUSE,
        LEAVING,
        "Seen at the gate.\n\nTwice.",
    ]
    assert [each.by for each in written][-1] == "Manager_A Test"


def test_what_was_left_empty_is_not_there(cast: Cast) -> None:
    case = files.opened(cast)
    names = open_identity(case, by=cast.first_responder, purpose="contact")
    assert names == files.IDENTITY


@pytest.mark.parametrize("name", ["stranger", "manager_b", "auditor"])
@pytest.mark.asvs("8.3.1")
def test_the_actions_refuse_outsiders_too(name: str, cast: Cast, case: Case) -> None:
    outsider = cast.users[name]
    for reading in (open_identity, open_accounts):
        with pytest.raises(Refused):
            reading(case, by=outsider, purpose="safety")
    with pytest.raises(Refused):
        add_account(case, "Planted.", by=outsider)
    with pytest.raises(Refused):
        correct_identity(case, by=outsider, identity={"given_name": "Planted"})
