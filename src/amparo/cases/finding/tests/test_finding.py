"""A person is found among the files one may open, by number, contact or name; and that is seen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.files import correct_identity, open_file
from amparo.cases.finding.actions.finding import MOST, Found, Why, find
from amparo.cases.finding.actions.lookups import digests
from amparo.cases.finding.models import BlindIndex
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.vault.blind import Indexed, blind
from amparo.vault.provider import unwraps
from support import files
from support.cast import Cast
from support.screenings import finished_screening

ClientOf = Callable[[User], Client]
IDENTITY = {
    "given_name": "Zorvanela",
    "family_name": "Tikomaresh",
    "birth_date": "2004-02-29",
    "document": "Passport X1234567",
    "safe_contact": "nurse@school.example or +999 6 12 34 56 78",
}


def opened(by: User, **changes: str) -> Case:
    return open_file(finished_screening(by), by=by, identity={**IDENTITY, **changes})


def look(by: User, **wanted: str) -> Found:
    return find(wanted, by=by, purpose="duplicate")


def why(found: Found) -> dict[str, tuple[Why, ...]]:
    return {hit.case.reference: hit.why for hit in found.hits}


@pytest.mark.parametrize(
    ("wanted", "reasons"),
    [
        ({"document": "x1234567"}, (Why.SAME_DOCUMENT,)),
        ({"contact": "06 12 34 56 78"}, (Why.SAME_CONTACT,)),
        ({"contact": "NURSE@school.example"}, (Why.SAME_CONTACT,)),
        ({"name": "tikomaresh ZORVANELA"}, (Why.SAME_NAME,)),
        ({"name": "Zorvanella Tikomarech"}, (Why.LIKE_NAME,)),
        ({"name": "Tikomaresh"}, (Why.SAME_NAME,)),
        (
            {"name": "Tikomaresh Zorvanela", "birth_year": "2004"},
            (Why.SAME_NAME_AND_YEAR, Why.SAME_NAME),
        ),
    ],
)
def test_a_person_is_found_and_the_reason_said(
    wanted: dict[str, str], reasons: tuple[Why, ...], cast: Cast
) -> None:
    case = opened(cast.first_responder)
    opened(
        cast.first_responder, given_name="Bruna", family_name="Kandresu", document="Y7654321",
        birth_date="1990-01-01", safe_contact="0655555555",
    )  # fmt: skip
    assert why(look(cast.first_responder, **wanted)) == {case.reference: reasons}


def test_a_year_that_does_not_fit_finds_nobody_and_an_unknown_one_does(cast: Cast) -> None:
    opened(cast.first_responder)
    unknown = opened(cast.first_responder, birth_date="")
    found = look(cast.first_responder, name="Tikomaresh", birth_year="1990")
    assert list(why(found)) == [unknown.reference]


@pytest.mark.asvs("8.2.2")
def test_nobody_is_found_in_a_file_that_is_not_shared_for_identity(cast: Cast) -> None:
    opened(cast.first_responder)
    wanted = {"name": "Zorvanela Tikomaresh", "birth_year": "2004", "document": "X1234567"}
    for other in (cast.manager_a, cast.manager_b, cast.coordinator):
        assert look(other, **wanted) == Found([])
    for other in (cast.provider, cast.panel, cast.auditor, cast.administrator, cast.stranger):
        with pytest.raises(Refused, match="no mandate"):
            look(other, **wanted)


def test_the_bureau_finds_whom_it_may_know(cast: Cast) -> None:
    case = files.referred(cast)
    assert list(why(look(cast.coordinator, name="Tikomaresh"))) == [case.reference]


def test_a_search_is_one_row_with_its_keys_and_each_file_shown_has_its_own(cast: Cast) -> None:
    by = cast.first_responder
    cases = [opened(by), opened(by), opened(by, family_name="Kandresu", given_name="Bruna")]
    rows, keys = entries().count(), unwraps()
    found = look(by, name="Tikomaresh")
    new = list(entries().order_by("id")[rows:])
    assert len(found.hits) == 2
    assert [(row.action, row.case_id, row.keys) for row in new if row.case_id is None] == [
        ("searched names", None, 3)
    ]
    assert {row.case_id for row in new if row.action == "opened"} == {c.pk for c in cases[:2]}
    assert sum(row.keys for row in new) == unwraps() - keys == 5


def test_no_word_that_was_looked_for_is_in_the_log_or_in_a_statement(cast: Cast) -> None:
    opened(cast.first_responder)
    said: list[Any] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        said.append((sql, params))
        return execute(sql, params, *rest)

    wanted = {"name": "Zorvanela Tikomaresh", "document": "X1234567", "contact": "0612345678"}
    with connection.execute_wrapper(keep):
        look(cast.first_responder, **wanted)
    told = f"{said}{list(entries().values())}".lower()
    for word in ("zorvanela", "tikomaresh", "x1234567", "612345678"):
        assert word not in told


def test_what_was_corrected_is_found_anew_and_no_more_as_before(cast: Cast) -> None:
    by = cast.first_responder
    case = opened(by)
    correct_identity(case, by=by, identity={"document": "ID 99887766", "family_name": "Sandor"})
    assert why(look(by, document="X1234567")) == why(look(by, name="Tikomaresh")) == {}
    assert list(why(look(by, document="99887766"))) == [case.reference]
    assert list(why(look(by, name="Sandor Zorvanela"))) == [case.reference]


def test_no_more_are_shown_than_can_be_looked_at(cast: Cast) -> None:
    by = cast.first_responder
    for _ in range(MOST + 2):
        opened(by)
    found = look(by, name="Tikomaresh")
    assert (len(found.hits), found.more) == (MOST, 2)


@pytest.mark.parametrize("wanted", [{}, {"name": "a"}, {"name": "  "}, {"birth_year": "2004"},
                                    {"document": "12"}, {"contact": "nobody"}])  # fmt: skip
def test_too_little_to_look_for_is_refused(wanted: dict[str, str], cast: Cast) -> None:
    with pytest.raises(Refused, match="at least"):
        look(cast.first_responder, **wanted)


@pytest.mark.asvs("11.4.1")
def test_an_index_says_that_two_are_equal_and_nothing_else(cast: Cast) -> None:
    by = cast.first_responder
    one, two = opened(by), opened(by, document="Y7654321")
    with acting_as(by):
        rows = {(r.case_id, r.what, bytes(r.digest)) for r in BlindIndex.objects.all()}
    assert {what for _, what, _ in rows} == set(Indexed)
    assert all(len(digest) == 32 for _, _, digest in rows)
    by_case = [{(what, d) for case, what, d in rows if case == c.pk} for c in (one, two)]
    assert {what for what, _ in by_case[0] ^ by_case[1]} == {Indexed.DOCUMENT}


def test_each_index_has_a_key_of_its_own() -> None:
    assert len({blind(what, "x1234567") for what in Indexed}) == len(Indexed)


def test_no_surname_given_name_or_year_alone_is_indexed(cast: Cast) -> None:
    opened(cast.first_responder)
    with acting_as(cast.first_responder):
        stored = {bytes(row.digest) for row in BlindIndex.objects.all()}
    alone = ("zorvanela", "tikomaresh", "2004", "2004-02-29", "tikomaresh zorvanela", "passport")
    assert stored.isdisjoint(blind(what, value) for what in Indexed for value in alone)
    assert not any(digests({"given_name": "Zora", "birth_date": "2004"}).values())


def test_the_page_takes_what_is_looked_for_by_post_only_and_shows_no_name(
    cast: Cast, client_of: ClientOf
) -> None:
    case = opened(cast.first_responder)
    client, address = client_of(cast.first_responder), reverse("cases:find")
    assert case.reference not in client.get(address, {"name": "Tikomaresh"}).content.decode()
    page = client.post(address, {"name": "Tikomarech", "purpose": "duplicate"}).content.decode()
    assert case.reference in page and case.pseudonym in page
    assert "like this name" in page
    assert "Zorvanela" not in page and "Tikomaresh" not in page
    nobody = client.post(address, {"name": "Kandresu", "purpose": "duplicate"}).content.decode()
    assert "Nobody was found" in nobody
    refused = client.post(address, {"purpose": "duplicate"}).content.decode()
    assert "at least" in refused
