"""No family is looked for before the risk is answered, nor against the child's wish."""

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.child.actions.family import answer_family_risk, trace_family
from amparo.cases.child.models import FamilyTracing
from amparo.cases.models import Case
from amparo.methods import clock
from support import files
from support.cast import Cast


@pytest.mark.parametrize("state", ["requested", "found", "not_found", "ended"])
def test_nothing_is_done_before_the_risk_is_answered(state: str, cast: Cast, child: Case) -> None:
    with pytest.raises(Refused, match="Answer first"):
        trace_family(child, by=cast.manager_a, state=state)


@pytest.mark.parametrize(
    ("danger", "wished", "said"),
    [
        ("some", True, "While a danger is possible"),
        ("unknown", True, "While a danger is possible"),
        ("none", False, "does not wish it"),
    ],
)
def test_a_danger_or_the_childs_no_stops_the_search(
    danger: str, wished: bool, said: str, *, cast: Cast, child: Case
) -> None:
    answer_family_risk(child, by=cast.manager_a, danger=danger, wished=wished)
    with pytest.raises(Refused, match=said):
        trace_family(child, by=cast.manager_a, state="requested")


def test_a_search_goes_from_the_answer_to_its_end(cast: Cast, child: Case) -> None:
    by = cast.manager_a
    answer_family_risk(child, by=by, danger="none", wished=True, note="Her aunt was asked.")
    for state in ("requested", "found", "ended"):
        row = trace_family(child, by=by, state=state)
    assert (row.number, row.danger, row.wished) == (4, "none", True)
    with pytest.raises(Refused, match="answer the risk anew"):
        trace_family(child, by=by, state="requested")


def test_a_later_danger_stops_what_was_allowed(cast: Cast, child: Case) -> None:
    by = cast.manager_a
    answer_family_risk(child, by=by, danger="none", wished=True)
    answer_family_risk(child, by=by, danger="some", wished=True)
    with pytest.raises(Refused, match="While a danger is possible"):
        trace_family(child, by=by, state="requested")


def test_an_adult_looks_for_their_own_family(cast: Cast) -> None:
    with pytest.raises(Refused, match="an adult"):
        answer_family_risk(files.received(cast), by=cast.manager_a, danger="none", wished=True)


@pytest.mark.parametrize(("danger", "wished"), [("some", True), ("unknown", True), ("none", False)])
def test_the_database_starts_no_search_before_the_answer(
    danger: str, wished: bool, cast: Cast, child: Case
) -> None:
    with acting_as(cast.manager_a):
        row = FamilyTracing(
            case=child, at=clock.now(), by=cast.manager_a, number=1, state="requested",
            danger=danger, wished=wished,
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="before_the_risk"), transaction.atomic():
            row.save(force_insert=True)
