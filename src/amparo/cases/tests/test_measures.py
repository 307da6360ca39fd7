"""Protective steps: an offence under coercion is flagged (33/1 ¶6)."""

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
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
Kind = Measure.Kind
ELSEWHERE = (Kind.GUARDIAN_REQUESTED, Kind.GUARDIAN_APPOINTED, Kind.LETTER_ISSUED)


def taken(case: Case, cast: Cast) -> set[str]:
    with acting_as(cast.coordinator):
        return measures_taken(case)


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_what_has_a_page_of_its_own_is_no_measure_any_more(
    kind: Measure.Kind, cast: Cast, case: Case
) -> None:
    with pytest.raises(Refused, match="a page of its own"):
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


def test_another_unit_takes_no_measure(cast: Cast, case: Case) -> None:
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
