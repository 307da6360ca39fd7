"""The rule of the operational indicators, against a plain reading of its sentence."""

from collections import Counter
from dataclasses import fields, replace
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.screening.assessment import PRESENT, RESULTS, Assessment, Facts, assess, is_positive
from amparo.screening.indicators import load
from amparo.vocab import load as load_list

DECEIVED = {"deceived_job": "told", "deceived_wages": "told"}
COERCED = {"forced_violence": "told", "forced_debt": "documented"}
EXPLOITED = {"work_hours": "seen", "work_pay": "told"}
HELD = {"held_documents": "seen", "held_confined": "seen"}
VULNERABLE = {"used_poverty": "told", "used_affection": "told", "used_past": "told"}

MARKS = st.dictionaries(
    st.sampled_from(sorted(load().signs)), st.sampled_from(load_list("marks").codes)
)
FACTS = st.builds(
    Facts,
    age=st.sampled_from(["adult", "child", "not_sure"]),
    marks=MARKS,
    acts=st.frozensets(st.sampled_from(load_list("acts").codes), max_size=2),
    forms=st.frozensets(st.sampled_from(load_list("forms").codes), max_size=2),
)


def reference(strengths: list[str]) -> bool:
    """The sentence of the rule, read literally: does some group of these signs match a pattern?"""
    patterns = [
        ["strong", "strong"],
        ["strong", "medium"],
        ["strong", "weak"],
        ["medium", "medium", "medium"],
        ["medium", "medium", "weak"],
    ]
    return any(not Counter(pattern) - Counter(strengths) for pattern in patterns)


def adult(*marks: dict[str, str], age: str = "adult") -> Assessment:
    return assess(Facts(age=age, marks={k: v for part in marks for k, v in part.items()}))


def test_a_dimension_is_positive_exactly_when_the_sentence_says_so() -> None:
    for size in range(7):
        for strengths in combinations_with_replacement(("strong", "medium", "weak"), size):
            assert is_positive(Counter(strengths)) == reference(list(strengths)), strengths


@pytest.mark.parametrize(
    ("strengths", "positive"),
    [
        ("S", False), ("SS", True), ("SM", True), ("SW", True), ("M", False), ("MM", False),
        ("MMM", True), ("MMW", True), ("MWWW", False), ("WWWW", False), ("", False),
    ],
)  # fmt: skip
def test_the_named_thresholds(strengths: str, positive: bool) -> None:
    names = {"S": "strong", "M": "medium", "W": "weak"}
    assert is_positive(Counter(names[letter] for letter in strengths)) is positive


@pytest.mark.parametrize(
    ("marks", "result"),
    [
        ([DECEIVED, EXPLOITED, HELD], "trafficking"),
        ([COERCED, EXPLOITED, HELD], "trafficking"),
        ([EXPLOITED, HELD], "exploitation_with_coercion"),
        ([VULNERABLE, EXPLOITED, HELD], "exploitation_with_coercion"),
        ([COERCED, EXPLOITED], "exploitation_with_coercion"),
        ([DECEIVED, EXPLOITED], "deception_and_exploitation"),
        ([EXPLOITED], "labour_rights"),
        ([VULNERABLE, EXPLOITED], "labour_rights"),
        ([DECEIVED, HELD], "look_further"),
        ([{"work_hours": "seen"}], "look_further"),
        ([], "no_sign"),
    ],
)
def test_adult_classes(marks: list[dict[str, str]], result: str) -> None:
    assert adult(*marks).result == result


@pytest.mark.parametrize("age", ["child", "not_sure"])
def test_a_child_needs_no_means(age: str) -> None:
    told = {"used_family_trouble": "told"}
    assert adult(EXPLOITED, told, age=age).result == "child_trafficking"
    assert adult(EXPLOITED, age=age).result == "child_exploitation"
    by_act = Facts(age=age, marks=EXPLOITED, acts=frozenset({"harboured"}))
    assert assess(by_act).result == "child_trafficking"


def test_the_child_list_weighs_a_threat_heavier_and_leaves_two_signs_out() -> None:
    threats = {"held_threats": "told", "held_lies": "told"}
    assert adult(threats).positive == ()
    assert adult(threats, age="child").positive == ("coercion_at_work",)
    left_out = {sign.code for sign in load().signs.values() if "child" not in sign.strengths}
    assert left_out == {"used_false_law", "work_insurance"}


def test_the_lists_have_the_counts_and_strengths_of_the_source() -> None:
    signs = load()
    counts = [len(dimension.signs) for dimension in signs.dimensions.values()]
    assert counts == [10, 10, 16, 9, 15, 7]
    assert [sign.number for sign in signs.signs.values()] == list(range(1, 68))
    numbered = {sign.number: sign.strengths for sign in signs.signs.values()}
    strong = {n for n, strengths in numbered.items() if strengths.get("adult") == "strong"}
    weak = {n for n, strengths in numbered.items() if strengths.get("adult") == "weak"}
    assert strong == {1, 11, 37, 46, 47, 48, 49}
    assert weak == {10, 35, 36, 45, 60, 66, 67}
    child = {n for n, strengths in numbered.items() if strengths.get("child") == "strong"}
    assert child == {1, 10, 11, 12, 13, 14, 37, 46, 47, 48, 49, 50, 51, 52, 53}


def test_reasons_are_the_present_signs_that_made_the_result_with_how_they_are_known() -> None:
    found = adult(DECEIVED, EXPLOITED, HELD, {"forced_shame": "told", "used_travel": "absent"})
    assert {(reason.sign, reason.mark) for reason in found.reasons} == {
        *DECEIVED.items(),
        *EXPLOITED.items(),
        *HELD.items(),
    }
    assert [reason.sign for reason in found.also] == ["forced_shame"]
    assert "used_travel" not in found.unknown
    assert "used_poverty" in found.unknown


def test_abuse_of_vulnerability_reinforces() -> None:
    found = adult(DECEIVED, EXPLOITED, HELD, VULNERABLE)
    assert found.reinforcing == ("recruitment_by_vulnerability",)
    assert {reason.sign for reason in found.reasons} >= set(VULNERABLE)


def test_a_form_that_is_suspected_prompts_a_fuller_look_even_without_a_sign_of_labour() -> None:
    suspected = Facts(age="adult", forms=frozenset({"SEXUAL"}))
    assert assess(suspected).result == "look_further"
    assert assess(replace(suspected, age="child")).result == "child_look_further"
    assert assess(Facts(age="adult", forms=frozenset({"UNKNOWN"}))).result == "no_sign"


def test_the_rule_knows_neither_origin_nor_sex() -> None:
    assert {f.name for f in fields(Facts)} == {"age", "marks", "acts", "forms", "danger", "alone"}


def test_an_assessment_holds_no_number() -> None:
    found = adult(DECEIVED, EXPLOITED, HELD)
    values = [getattr(found, f.name) for f in fields(found)]
    assert not any(
        isinstance(value, int | float) and value not in (True, False) for value in values
    )
    assert isinstance(found.look_further, bool)


def test_present_is_what_the_list_of_marks_says() -> None:
    marks = load_list("marks")
    assert {item.code for item in marks if item.maps["counts"] == "present"} == PRESENT


@given(FACTS, st.sampled_from(sorted(load().signs)), st.sampled_from(sorted(PRESENT)))
def test_one_more_present_sign_never_makes_a_dimension_negative(
    facts: Facts, sign: str, mark: str
) -> None:
    before = assess(facts)
    after = assess(replace(facts, marks={**facts.marks, sign: mark}))
    assert set(before.positive) <= set(after.positive)
    assert after.look_further >= before.look_further


@given(FACTS)
def test_positive_dimensions_are_those_of_the_reference(facts: Facts) -> None:
    expected = []
    for code, dimension in load().dimensions.items():
        strengths = [
            sign.strengths[facts.route]
            for sign in dimension.signs
            if facts.route in sign.strengths and facts.marks.get(sign.code) in PRESENT
        ]
        if reference(strengths):
            expected.append(code)
    assert list(assess(facts).positive) == expected


@given(FACTS)
def test_absent_and_unknown_count_the_same_in_the_result(facts: Facts) -> None:
    swap = {"absent": "unknown", "unknown": "absent"}
    swapped = {sign: swap.get(mark, mark) for sign, mark in facts.marks.items()}
    assert assess(facts).result == assess(replace(facts, marks=swapped)).result


@given(FACTS)
def test_every_present_listed_sign_is_told_once_and_prompts_a_further_look(facts: Facts) -> None:
    found = assess(facts)
    told = [reason.sign for reason in (*found.reasons, *found.also)]
    listed = load().listed(facts.route)
    assert sorted(told) == sorted(s.code for s in listed if facts.marks.get(s.code) in PRESENT)
    assert found.look_further or not told
    assert found.result in RESULTS
    assert (found.result in ("no_sign", "child_no_sign")) <= (not told)


@given(FACTS)
def test_doubt_about_age_is_treated_as_a_child(facts: Facts) -> None:
    unsure, child = replace(facts, age="not_sure"), replace(facts, age="child")
    assert assess(unsure) == assess(child)
