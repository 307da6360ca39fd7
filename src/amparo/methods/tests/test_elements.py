"""What stands without the person's testimony, what is missing, where to look next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.elements import (
    PERSON,
    Count,
    Element,
    Finding,
    Lead,
    Line,
    Stands,
    look_next,
    matrix,
    stands_without_testimony,
)

SOURCES = ("document", "payment", "witness", PERSON)
ADULT, CHILD, UNSURE = Count("a", child=False), Count("a", child=True), Count("a", child=None)
findings = st.lists(
    st.builds(
        Finding, st.just("a"), st.sampled_from(Element), st.sampled_from("1234"),
        st.sampled_from(SOURCES), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


def of(count: Count, *found: Finding) -> dict[Element, Line]:
    return {line.element: line for line in matrix([count], found, SOURCES)}


def test_an_empty_dossier_lacks_everything() -> None:
    assert {line.stands for line in of(ADULT).values()} == {Stands.MISSING}
    assert not stands_without_testimony(of(ADULT).values())
    assert not stands_without_testimony([])


@pytest.mark.parametrize(
    ("count", "stands"),
    [(ADULT, Stands.MISSING), (UNSURE, Stands.MISSING), (CHILD, Stands.NOT_NEEDED)],
)
def test_of_a_child_no_means_are_asked(count: Count, stands: Stands) -> None:
    assert of(count)[Element.MEANS].stands == stands
    assert of(count)[Element.ACT].stands == Stands.MISSING


def test_means_against_a_child_are_shown_where_they_are_found() -> None:
    found = of(CHILD, Finding("a", Element.MEANS, "1", "document"))
    assert found[Element.MEANS].stands == Stands.ALONE


def test_what_only_the_person_said_rests_on_testimony() -> None:
    said = Finding("a", Element.ACT, "1", PERSON)
    assert of(ADULT, said)[Element.ACT].stands == Stands.TESTIMONY
    beside = of(ADULT, said, Finding("a", Element.ACT, "2", "witness"))[Element.ACT]
    assert beside.stands == Stands.ALONE
    assert beside.sources == ("witness",)
    assert beside.items == (("witness", ("2",)), (PERSON, ("1",)))


def test_what_speaks_against_it_supports_nothing_and_is_shown() -> None:
    line = of(ADULT, Finding("a", Element.ACT, "1", "document", supports=False))[Element.ACT]
    assert (line.stands, line.against) == (Stands.MISSING, ("1",))


def test_a_finding_of_another_count_says_nothing_here() -> None:
    assert of(ADULT, Finding("b", Element.ACT, "1", "document"))[Element.ACT].items == ()


@given(findings)
def test_without_the_person_the_same_elements_stand(found: list[Finding]) -> None:
    """The claim itself: take the testimony away, and what was said to stand stands."""
    silent = [each for each in found if each.source != PERSON]
    before, after = of(ADULT, *found), of(ADULT, *silent)
    for element in Element:
        assert (before[element].stands == Stands.ALONE) == (after[element].stands == Stands.ALONE)
        assert after[element].stands != Stands.TESTIMONY
    assert stands_without_testimony(before.values()) == stands_without_testimony(after.values())


@given(findings, findings)
def test_more_support_never_weakens(found: list[Finding], more: list[Finding]) -> None:
    order = [Stands.MISSING, Stands.TESTIMONY, Stands.ALONE]
    before, after = of(ADULT, *found), of(ADULT, *found, *more)
    assert all(
        order.index(before[element].stands) <= order.index(after[element].stands)
        for element in Element
    )


def test_looked_for_is_what_no_source_has_given_yet() -> None:
    leads = [
        Lead("a1", Element.ACT, "document"), Lead("a2", Element.ACT, "payment"),
        Lead("a3", Element.ACT, "witness", frozenset({"ORGANS"})),
        Lead("m1", Element.MEANS, "document"),
    ]  # fmt: skip
    empty = of(ADULT)[Element.ACT]
    assert [lead.code for lead in look_next(empty, "LABOUR", leads)] == ["a1", "a2"]
    assert [lead.code for lead in look_next(empty, "ORGANS", leads)] == ["a1", "a2", "a3"]
    said = of(ADULT, Finding("a", Element.ACT, "1", PERSON))[Element.ACT]
    assert [lead.code for lead in look_next(said, "LABOUR", leads)] == ["a1", "a2"]
    stands = of(ADULT, Finding("a", Element.ACT, "1", "document"))[Element.ACT]
    assert look_next(stands, "LABOUR", leads) == []
    assert look_next(of(CHILD)[Element.MEANS], "LABOUR", leads) == []
