"""Protective steps, and the letter that follows a flagged offence (33/1 ¶6)."""

from collections.abc import Callable
from itertools import product

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.measures import take_measure
from amparo.cases.models import Case, Measure
from amparo.cases.queries import measures_taken
from amparo.people.country import country
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
Kind = Measure.Kind
OF_A_GUARDIAN = (Kind.GUARDIAN_REQUESTED, Kind.GUARDIAN_APPOINTED)


def taken(case: Case, cast: Cast) -> set[str]:
    with acting_as(cast.coordinator):
        return measures_taken(case)


def letter(case: Case) -> str:
    return f"/files/{case.reference}/letter/"


@pytest.mark.parametrize("kind", OF_A_GUARDIAN)
def test_what_is_recorded_of_a_guardian_is_no_measure_any_more(
    kind: Measure.Kind, cast: Cast, case: Case
) -> None:
    with pytest.raises(Refused, match="a page of their own"):
        take_measure(case, kind, by=cast.manager_a)
    assert taken(case, cast) == set()


def test_a_measure_is_kept_with_who_took_it_and_its_note_sealed(cast: Cast, case: Case) -> None:
    kind = Kind.COERCION_FLAGGED
    measure = take_measure(case, kind, by=cast.manager_a, note="The parcel of Ulmendracht.")
    assert taken(case, cast) == {kind}
    assert (measure.by, repr(measure.note)) == (cast.manager_a, "<sealed>")
    row = entries().of_case(case.pk).get(object_id=measure.pk)
    assert (row.action, row.actor) == (f"measure: {kind}", cast.manager_a.pk)


def test_a_measure_without_a_note_opens_nothing(cast: Cast, case: Case) -> None:
    before = entries().openings().count()
    take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_a)
    assert entries().openings().count() == before


def test_a_letter_is_recorded_only_after_an_offence_was_flagged(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="Flag the offence"):
        take_measure(case, Kind.LETTER_ISSUED, by=cast.manager_a)
    take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_a)
    take_measure(case, Kind.LETTER_ISSUED, by=cast.manager_a)
    assert taken(case, cast) == {Kind.COERCION_FLAGGED, Kind.LETTER_ISSUED}


def test_there_is_no_letter_before_the_flag_and_one_after(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.manager_a)
    assert client.get(letter(case)).status_code == 404
    take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_a)
    html = client.get(letter(case)).content.decode()
    assert case.reference in html
    assert country().numbers["bureau"].phone in html


def test_the_letter_names_nobody(cast: Cast, case: Case, client_of: Browser) -> None:
    take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_a, note="Ulmendracht")
    html = client_of(cast.manager_a).get(letter(case)).content.decode()
    secrets = (*files.IDENTITY.values(), "Quibrandel", "Ulmendracht", case.pseudonym)
    assert [word for word in secrets if word in html] == []


def test_another_unit_takes_no_measure_and_gets_no_letter(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_a)
    assert client_of(cast.manager_b).get(letter(case)).status_code == 404
    with pytest.raises(Refused):
        take_measure(case, Kind.COERCION_FLAGGED, by=cast.manager_b)


def test_an_unknown_measure_has_no_page(cast: Cast, case: Case, client_of: Browser) -> None:
    client = client_of(cast.manager_a)
    for method, kind in product((client.get, client.post), ("arrest", "guardian_requested")):
        assert method(f"/files/{case.reference}/measures/{kind}/").status_code == 404


@pytest.mark.parametrize(("age", "asked"), [("adult", False), ("child", True), ("not_sure", True)])
def test_a_guardian_is_asked_for_where_the_person_may_be_a_child(
    age: str, asked: bool, cast: Cast, client_of: Browser
) -> None:
    case = files.opened(cast, age=age)
    html = client_of(cast.first_responder).get(f"/files/{case.reference}/").content.decode()
    assert ("Ask for a guardian" in html) == asked
    assert ("Open the Child route</a></p></div>" in html or "treated as a child" in html) == asked
