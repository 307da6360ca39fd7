"""The list and the page of a file: whose they are, what they log, and what they withstand."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.audit.queries import entries
from amparo.cases import counting
from amparo.cases.models import Case
from amparo.cases.queries import shares_of
from amparo.cases.tests.sendings import SENDINGS
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
READERS = ("first_responder", "manager_a", "panel", "coordinator")
OUTSIDERS = {
    "stranger": 403,
    "auditor": 403,
    "statistician": 403,
    "provider": 404,
    "manager_b": 404,
}


def page(case: Case) -> str:
    return f"/files/{case.reference}/"


def logged(case: Case) -> list[str]:
    return list(entries().of_case(case.pk).order_by("sequence").values_list("action", flat=True))


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("reader", READERS)
def test_the_page_of_a_file_writes_exactly_one_row(
    reader: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client, before, all_rows = client_of(cast.users[reader]), logged(case), entries().count()
    html = shown(client, page(case))
    assert f"“{case.pseudonym}”" in html
    assert logged(case) == [*before, "saw the file"]
    assert entries().count() == all_rows + 1
    assert entries().newest_first()[0].actor == cast.users[reader].pk


def done() -> int:
    """All rows of the log but those that somebody was turned away."""
    return entries().exclude(decision="deny").count()


def test_no_other_page_of_a_file_writes_anything_when_it_is_looked_at(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    clients = {name: client_of(cast.users[name]) for name in READERS}
    before = done()
    for name, client in clients.items():
        for address in ("/files/", f"{page(case)}identity/", f"{page(case)}accounts/"):
            assert (name, client.get(address).status_code) == (name, 200)
        for part in ("consent", "ground", "refer", "end", "withdraw", "accounts/add"):
            client.get(f"{page(case)}{part}/")
    assert done() == before


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_outsiders_get_no_page_of_a_file_and_leave_no_trace_but_the_refusal(
    outsider: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client, before = client_of(cast.users[outsider]), done()
    arguments: dict[str, list[object]] = {
        **{each.name: list(each.arguments) for each in SENDINGS},
        "end_consent": [case.pk], "narrow_consent": [case.pk], "end_ground": [case.pk],
    }  # fmt: skip
    names = {
        "detail",
        "identity",
        "accounts",
        "holders",
        *(each.name for each in SENDINGS),
    }
    for name in sorted(names):
        address = reverse(f"cases:{name}", args=[case.reference, *arguments.get(name, [])])
        for method in (client.get, client.post):
            assert method(address).status_code in (403, 404), name
    assert client.get(page(case)).status_code == OUTSIDERS[outsider]
    assert done() == before


def test_a_file_that_is_not_there_looks_like_one_that_is_not_mine(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.manager_b)
    forbidden, absent = client.get(page(case)), client.get("/files/A-2020-99999/")
    assert forbidden.status_code == absent.status_code == 404
    assert forbidden.content == absent.content


def test_the_list_holds_the_files_shared_with_me_and_no_other(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    other = files.opened(cast, by=cast.manager_b)
    seen = {
        name: [reference in html for reference in (case.reference, other.reference)]
        for name in ("coordinator", "panel", "manager_b", "provider")
        if (html := shown(client_of(cast.users[name]), "/files/"))
    }
    assert seen == {
        "coordinator": [True, True],
        "panel": [True, False],
        "manager_b": [False, True],
        "provider": [False, False],
    }


def test_a_purpose_that_hangs_on_two_consents_is_named_once(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    with acting_as(cast.coordinator):
        held = [grant.purpose for grant in shares_of(case) if grant.unit == cast.units["centre_a"]]
    assert held.count("casework") > 1
    html = shown(client_of(cast.coordinator), page(case))
    assert "casework, identity" in html
    assert "casework, casework" not in html


def test_a_whole_reference_leads_to_its_file(cast: Cast, case: Case, client_of: Browser) -> None:
    answer = client_of(cast.panel).get("/files/", {"reference": f" {case.reference.lower()} "})
    assert answer.headers["Location"] == page(case)


def test_a_reference_of_another_unit_finds_nothing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    html = shown(client_of(cast.manager_b), f"/files/?reference={case.reference}")
    assert "No file fits" in html


def test_files_are_found_by_where_they_stand(cast: Cast, case: Case, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    assert case.reference in shown(client, "/files/?state=received")
    assert "No file fits" in shown(client, "/files/?state=closed")


HOSTILE = ["%", "_", "A-%", "' OR 1=1 --", "\\", "é" * 400, "<script>", "\u202e"]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_searched_for_finds_nothing_and_breaks_nothing(
    words: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.coordinator)
    html = shown(client, f"/files/?reference={quote(words)}")
    assert "No file fits" in html
    assert "<script>" not in html.partition("<main")[2]
    assert client.get(f"/files/{quote(words, safe='')}/").status_code == 404


@pytest.mark.parametrize("address", ["/files/?reference=A%00", "/files/A%00/", "/files/?page=%00"])
def test_an_address_with_a_nul_is_refused(address: str, cast: Cast, client_of: Browser) -> None:
    """PostgreSQL takes none in text; no address of ours has one."""
    assert client_of(cast.coordinator).get(address).status_code == 400


@pytest.mark.parametrize(
    "query", ["page=999", "page=x", "page=-1", "state=nonsense", "kind=nonsense"]
)
def test_any_question_in_the_address_gets_a_page(
    query: str, cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.coordinator)
    assert case.reference in shown(client, f"/files/?{query}")
    assert case.reference in shown(client, f"{page(case)}?{query}")


def test_a_list_shows_its_newest_and_says_how_to_find_the_others(
    cast: Cast, client_of: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "CAP", 2)
    made = [files.received(cast).reference for _ in range(3)]
    page = client_of(cast.coordinator).get("/files/").content.decode()
    assert [reference in page for reference in made] == [False, True, True]
    assert "The newest 2 are listed." in page
    due = client_of(cast.panel).get("/files/due/").content.decode()
    assert "Next (over" in due
