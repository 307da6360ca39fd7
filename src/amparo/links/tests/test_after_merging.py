"""What is asked of whom once two files are one, and what a second person reads before."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.two_persons import Proposal
from amparo.cases.clocks.queries import clocks_for, running_clocks
from amparo.cases.files import both
from amparo.cases.models import Case
from amparo.cases.queries import reference_of
from amparo.links.actions.linking import link
from amparo.links.actions.merging import THE_OTHER, propose_merge, propose_undoing
from amparo.links.actions.together import note_together
from amparo.links.found import Found
from amparo.links.tests.pairs import merged, opened, unmerged
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
TASKS = ("Refer the file to the bureau", "Find a place tonight", "Ask for consent")


@pytest.fixture
def two(cast: Cast) -> tuple[Case, Case]:
    return opened(cast.manager_a), opened(cast.manager_a)


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def proposed(case: Case, other: Case, by: User) -> Proposal:
    return propose_merge(case, other.pk, by=by, goes_on=THE_OTHER, ground="paper")


def test_nothing_is_asked_in_a_file_that_goes_on_in_another(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    (case, other), client = two, client_of(cast.manager_a)
    file = f"/files/{case.reference}/"
    assert all(task in shown(client, file) for task in TASKS)
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    html = shown(client, file)
    assert "Nothing to do for you here" in html
    assert not any(task in html for task in TASKS)
    assert "/child/guardian-request/" not in shown(client, f"{file}child/")
    assert all(task in shown(client, f"/files/{other.reference}/") for task in TASKS)
    unmerged(case, by=cast.manager_a, second=cast.coordinator)
    assert all(task in shown(client, file) for task in TASKS)


def test_no_clock_counts_in_it_until_it_stands_by_itself_again(
    cast: Cast, client_of: Browser
) -> None:
    by = cast.manager_a
    people = (Found("Zorvanela Tikomaresh"), Found("Bruna Kandresu"))
    case, other = note_together(
        by=by, key=uuid4(), channel="inspection", danger=False, people=people
    )
    with acting_as(by):
        before = {row.pk for row in clocks_for(by).ticking()}
        own = {row.pk for row in running_clocks(case)}
    assert own and own < before
    merged(case, other, by=by, second=cast.coordinator)
    with acting_as(by):
        assert {row.pk for row in clocks_for(by).ticking()} == before - own
        assert running_clocks(case) == []
    assert case.reference not in shown(client_of(by), "/files/due/?when=next")
    unmerged(case, by=by, second=cast.coordinator)
    with acting_as(by):
        assert {row.pk for row in clocks_for(by).ticking()} == before


def test_the_second_person_reads_which_files_and_can_look_at_them(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    case, other = two
    asked, client = proposed(case, other, cast.manager_a), client_of(cast.coordinator)
    sentence = f"{case.reference} is continued in {other.reference}"
    assert sentence in shown(client, "/") and sentence in shown(client, "/two-persons/")
    html = shown(client, f"/two-persons/{asked.pk}/")
    assert all(f"/files/{each.reference}/" in html for each in two)


def test_a_file_that_one_may_not_see_is_named_to_nobody(cast: Cast) -> None:
    foreign, own = opened(cast.manager_b), opened(cast.manager_a)
    with acting_as(cast.manager_a):
        assert reference_of(own.pk) == own.reference
        assert reference_of(foreign.pk) == reference_of(None) == "—"
        assert len(both(own.pk, foreign.pk)) == 1


def test_the_page_says_what_waits_and_offers_it_once(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    (case, other), client, by = two, client_of(cast.manager_a), cast.manager_a
    page = f"/files/{case.reference}/links/"
    assert "waits for a second person" not in shown(client, page)
    proposed(case, other, by)
    assert "waits for a second person" in shown(client, page)
    assert "/links/merge-end/" not in shown(client, page)


def test_an_undoing_is_offered_until_somebody_proposes_it(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    (case, other), client = two, client_of(cast.manager_a)
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    page = f"/files/{case.reference}/links/"
    assert "/links/merge-end/" in shown(client, page)
    propose_undoing(case, by=cast.manager_a, ground="staff")
    html = shown(client, page)
    assert "/links/merge-end/" not in html and "waits for a second person" in html


def test_who_was_found_with_the_person_stands_on_the_file_that_goes_on(
    two: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    (case, other), third = two, opened(cast.manager_a)
    link(case, by=cast.manager_a, reference=third.reference, kind="together")
    page, client = f"/files/{other.reference}/links/", client_of(cast.manager_a)
    assert third.reference not in shown(client, page)
    merged(case, other, by=cast.manager_a, second=cast.coordinator)
    assert third.reference in shown(client, page)
