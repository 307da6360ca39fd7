"""A person who is known already is found among the files one may open, and nothing else is told."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.finding.actions.finding import Why
from amparo.links.actions.linking import tell_apart
from amparo.links.actions.looking import Possible, look_for_same
from amparo.links.tests.pairs import IDENTITY, opened
from amparo.links.words import why
from amparo.methods.sameness.births import Births
from amparo.methods.sameness.matches import Names
from amparo.people.models import User
from amparo.vault.provider import unwraps
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, (Names.SAME, Births.SAME_DAY)),
        ({"given_name": "Tikomaresh", "family_name": "Zorvanela"}, (Names.OTHER_ORDER, None)),
        ({"given_name": "Зорванела", "family_name": "Тикомареш"}, (Names.SAME, Births.SAME_DAY)),
        ({"birth_date": "2004"}, (Names.SAME, Births.SAME_YEAR)),
        ({"birth_date": ""}, (Names.SAME, Births.UNKNOWN)),
    ],
)
def test_the_same_person_is_found_and_the_reason_said(
    changes: dict[str, str], reasons: tuple[Names, Births | None], cast: Cast
) -> None:
    by = cast.first_responder
    known = opened(by)
    opened(by, given_name="Bruna", family_name="Kandresu", birth_date="1990-03-04")
    (found,) = look_for_same(opened(by, **changes), by=by)
    assert found.case == known
    assert found.names is reasons[0]
    assert reasons[1] is None or found.births is reasons[1]


def test_a_document_finds_where_no_name_agrees(cast: Cast) -> None:
    by = cast.first_responder
    known = opened(by, document="Passport X1234567")
    other = opened(by, document="x1234567", given_name="Bruna", family_name="Kandresu")
    (found,) = look_for_same(other, by=by)
    assert (found.case, found.same, found.names) == (known, (Why.SAME_DOCUMENT,), None)


@pytest.mark.asvs("8.2.2")
def test_of_a_file_that_one_may_not_open_nothing_is_told(cast: Cast, client_of: Browser) -> None:
    known = opened(cast.manager_b)
    case = opened(cast.first_responder)
    assert look_for_same(case, by=cast.first_responder) == []
    address = f"/files/{case.reference}/duplicates/"
    page = client_of(cast.first_responder).post(address, {}).content.decode()
    assert "No other file seems to be this person" in page
    assert known.reference not in page and known.pseudonym not in page


def test_the_bureau_finds_what_no_unit_can_see(cast: Cast) -> None:
    case = files.referred(cast)
    known = files.consented(cast, by=cast.manager_b)
    assert look_for_same(case, by=cast.first_responder) == []
    assert [found.case for found in look_for_same(case, by=cast.coordinator)] == [known]


def test_who_was_told_apart_is_not_shown_again(cast: Cast) -> None:
    by = cast.first_responder
    known, case = opened(by), opened(by)
    tell_apart(case, known.pk, by=by)
    assert look_for_same(case, by=by) == look_for_same(known, by=by) == []


def test_a_look_is_one_row_and_each_file_shown_has_its_own(cast: Cast) -> None:
    by = cast.first_responder
    known, case = opened(by), opened(by)
    rows, keys = entries().count(), unwraps()
    look_for_same(case, by=by)
    new = list(entries().order_by("id")[rows:])
    acted = {(row.action, row.case_id) for row in new}
    assert acted == {
        ("searched names", None), ("opened", known.pk), ("looked for the same person", case.pk),
    }  # fmt: skip
    assert sum(row.keys for row in new) == unwraps() - keys
    told = f"{list(entries().values())}".lower()
    assert "zorvanela" not in told and "tikomaresh" not in told


def test_without_a_name_there_is_nothing_to_compare(cast: Cast) -> None:
    case = opened(cast.first_responder, given_name="", family_name="", birth_date="")
    with pytest.raises(Refused, match="No name"):
        look_for_same(case, by=cast.first_responder)


def test_who_may_not_open_the_identity_does_not_look(cast: Cast) -> None:
    case = opened(cast.first_responder)
    for other in (cast.manager_b, cast.panel, cast.provider, cast.auditor, cast.stranger):
        with pytest.raises(Refused):
            look_for_same(case, by=other)


def test_the_page_says_why_in_words_and_names_nobody(cast: Cast, client_of: Browser) -> None:
    by = cast.first_responder
    known, case = opened(by), opened(by, birth_date="2004")
    client, address = client_of(by), f"/files/{case.reference}/duplicates/"
    asked = client.get(address).content.decode()
    assert known.reference not in asked
    page = client.post(address, {}).content.decode()
    assert known.reference in page and known.pseudonym in page
    assert "the names agree, the same year of birth" in page
    assert f"/files/{case.reference}/links/merge/{known.pk}/" in page
    assert f"/files/{case.reference}/links/apart/{known.pk}/" in page
    assert not any(word in page for word in IDENTITY.values())


def test_a_new_file_asks_once_for_a_look(cast: Cast, client_of: Browser) -> None:
    by = cast.first_responder
    case = opened(by)
    client, asks = client_of(by), "See whether this person is known already"
    assert asks in client.get(f"/files/{case.reference}/").content.decode()
    client.post(f"/files/{case.reference}/duplicates/", {})
    assert asks not in client.get(f"/files/{case.reference}/").content.decode()


def test_reasons_are_words_without_a_number(cast: Cast) -> None:
    case = opened(cast.first_responder)
    said = why(Possible(case, (Why.SAME_DOCUMENT,), Names.PARTLY, Births.YEARS_NEAR))
    assert said == (
        "the same document number, some of the names agree, years of birth near each other"
    )
