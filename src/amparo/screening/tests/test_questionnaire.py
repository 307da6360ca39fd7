"""The questionnaire: its paths, what it refuses, and what its answers mean."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.screening.assessment import assess
from amparo.screening.indicators import load as load_signs
from amparo.screening.pages import Page
from amparo.screening.questionnaire import DATA, load, read_questionnaire
from amparo.vocab.datafile import DataError

ALL = load()
ADULT = {"danger": "no", "place": "workplace", "alone": "yes", "age": "adult"}


def an_answer(page: Page) -> st.SearchStrategy[Any]:
    """Any answer that the page could have kept, on whichever route."""
    codes = [option.code for option in page.options if not option.exclusive]
    alone = [[option.code] for option in page.options if option.exclusive]
    if page.kind == "radio":
        return st.sampled_from(codes)
    if page.kind == "number":
        return st.none() | st.integers(page.least, page.most)
    if page.kind == "evidence":
        signs = [option.code for option in ALL.page(page.about or "").options]
        return st.dictionaries(st.sampled_from(signs), st.sampled_from(codes))
    some = st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True)
    return some | st.sampled_from(alone) if alone else some


ANSWERS = st.fixed_dictionaries({}, optional={page.slug: an_answer(page) for page in ALL.pages})


def refused(slug: str, form: dict[str, list[str]], answers: dict[str, Any] = ADULT) -> list[str]:
    """The fields refused and why, in English."""
    checked = ALL.validate(ALL.page(slug), form, answers)
    return [f"{error.field}: {error.text.en}" for error in checked.errors]


@given(ANSWERS)
def test_every_path_ends_at_check_your_answers(answers: dict[str, Any]) -> None:
    seen, page = [], ALL.next_page(answers)
    while page is not None:
        assert page.slug not in seen
        seen.append(page.slug)
        page = ALL.next_page(answers, page.slug)
    assert seen == [page.slug for page in ALL.shown(answers)]
    assert seen[0] == "danger"
    assert seen[-1] == "needs"


@given(ANSWERS)
def test_back_undoes_next(answers: dict[str, Any]) -> None:
    path = [None, *(page.slug for page in ALL.shown(answers)), None]
    for here, there in pairwise(path):
        onward = ALL.next_page(answers, here)
        back = ALL.previous_page(answers, there)
        assert (onward.slug if onward else None) == there
        assert (back.slug if back else None) == here


@given(ANSWERS)
def test_an_answer_changes_only_the_path_after_it(answers: dict[str, Any]) -> None:
    path = [page.slug for page in ALL.shown(answers)]
    for place, slug in enumerate(path):
        without = {key: value for key, value in answers.items() if key != slug}
        assert [page.slug for page in ALL.shown(without)][: place + 1] == path[: place + 1]


@given(ANSWERS)
def test_answers_survive_json_and_mean_the_same(answers: dict[str, Any]) -> None:
    assert ALL.facts(json.loads(json.dumps(answers))) == ALL.facts(answers)


@given(ANSWERS)
def test_marks_are_for_listed_signs_and_present_only_when_ticked(answers: dict[str, Any]) -> None:
    facts = ALL.facts(answers)
    ticked = {code for page in ALL.pages if page.dimension for code in answers.get(page.slug, [])}
    assert set(facts.marks) == {sign.code for sign in load_signs().listed(facts.route)}
    found = assess(facts)
    assert {reason.sign for reason in (*found.reasons, *found.also)} <= ticked


@given(ANSWERS, st.sampled_from(["en", "fr"]))
def test_the_summary_has_a_line_for_each_page_of_the_path(
    answers: dict[str, Any], language: str
) -> None:
    rows = ALL.summary(answers, language)
    assert [row.slug for row in rows] == [page.slug for page in ALL.shown(answers)]
    assert all(row.question.endswith("?") and row.answer for row in rows)


@pytest.mark.parametrize("page", ALL.pages, ids=lambda page: page.slug)
def test_every_page_speaks_both_languages_and_offers_an_answer_for_not_knowing(page: Page) -> None:
    texts = [page.question, page.hint, *(o.label for o in page.options)]
    texts += [option.hint for option in page.options if option.hint]
    assert all(text and text.en and text.fr for text in texts)
    assert page.question.en != page.question.fr
    codes = {option.code for option in page.options}
    assert not page.required or codes & {
        "unknown", "UNKNOWN", "not_sure", "other", "absent", "not_asked",
    }  # fmt: skip


def test_french_punctuation_never_begins_a_line() -> None:
    texts = [text for page in ALL.pages for text in (page.question, page.hint) if text]
    texts += [text for sign in load_signs().signs.values() for text in (sign.label, sign.help)]
    texts += [*ALL.words.values(), *ALL.errors.values()]
    assert len(texts) > 150
    assert [text.fr for text in texts if re.search(r" [?;:!»]|« ", text.fr)] == []


def test_no_page_asks_for_a_name_or_an_origin() -> None:
    slugs = {page.slug for page in ALL.pages}
    assert not slugs & {"name", "names", "nationality", "citizenship", "religion", "ethnicity"}
    assert {page.kind for page in ALL.pages} == {"radio", "checkbox", "evidence", "number"}


def test_parts_are_told_as_two_of_four() -> None:
    assert ALL.part_of(ALL.page("age")) == (2, 4)
    assert ALL.part_title(ALL.page("age"), "fr") == "La personne"
    assert [ALL.part_of(page)[0] for page in ALL.pages] == sorted(
        ALL.part_of(page)[0] for page in ALL.pages
    )


def test_from_adult_to_not_sure_the_answers_stay_and_the_list_switches() -> None:
    answers = {
        **ADULT,
        "signs-situation": ["used_poverty", "used_false_law"],
        "evidence-situation": {"used_poverty": "told", "used_false_law": "told"},
        "agreed": "yes",
    }
    page = ALL.page("signs-situation")
    unsure = {**answers, "age": "not_sure"}
    assert len(ALL.options(page, answers)) == 18
    assert len(ALL.options(page, unsure)) == 17
    assert "used_false_law" not in ALL.marks(unsure)
    assert ALL.marks(unsure)["used_poverty"] == "told"
    assert page not in ALL.missing(unsure)
    assert "agreed" not in [page.slug for page in ALL.shown(unsure)]
    assert ALL.marks({**unsure, "age": "adult"}) == ALL.marks(answers)


def test_signs_that_only_the_other_list_has_leave_the_page_to_be_answered_again() -> None:
    answers = {**ADULT, "age": "child", "signs-situation": ["used_false_law"]}
    shown = [page.slug for page in ALL.shown(answers)]
    assert "evidence-situation" not in shown
    assert ALL.page("signs-situation") in ALL.missing(answers)


def test_an_age_not_answered_is_doubt() -> None:
    assert ALL.facts({}).route == "child"
    assert ALL.next_page({}, "forms") == ALL.page("needs")


def test_evidence_is_asked_only_of_what_was_ticked() -> None:
    answers = {**ADULT, "signs-work": ["work_hours", "work_pay"]}
    after = ALL.next_page(answers, "signs-work")
    assert after is not None
    assert after.slug == "evidence-work"
    assert [sign.code for sign in ALL.signs(after, answers)] == ["work_hours", "work_pay"]
    for nothing in (["none"], ["unknown"]):
        skipped = ALL.next_page({**ADULT, "signs-work": nothing}, "signs-work")
        assert skipped == ALL.page("signs-pressure")


def test_none_means_absent_and_everything_else_unticked_stays_unknown() -> None:
    answers = {
        **ADULT,
        "signs-promises": ["none"],
        "signs-departure": ["unknown"],
        "signs-work": ["work_hours", "work_pay"],
        "evidence-work": {"work_hours": "absent"},
    }
    marks = ALL.marks(answers)
    assert marks["deceived_job"] == "absent"
    assert marks["forced_debt"] == "unknown"
    assert marks["work_hours"] == "absent"
    assert marks["work_pay"] == "unknown"
    assert marks["work_living"] == "unknown"
    assert ALL.page("evidence-work") in ALL.missing(answers)


def test_a_valid_form_is_kept_in_the_order_of_the_page() -> None:
    sent = {"signs-work": ["work_pay", "work_hours", "work_pay"]}
    checked = ALL.validate(ALL.page("signs-work"), sent, ADULT)
    assert checked.ok
    assert checked.value == ["work_hours", "work_pay"]
    assert ALL.validate(ALL.page("dependants"), {"dependants": [" 3 "]}, ADULT).value == 3
    assert ALL.validate(ALL.page("sex"), {}, ADULT).value is None


def test_evidence_is_kept_by_sign() -> None:
    answers = {**ADULT, "signs-work": ["work_hours"]}
    page = ALL.page("evidence-work")
    checked = ALL.validate(page, {"work_hours": ["seen"], "work_pay": ["told"]}, answers)
    assert checked.value == {"work_hours": "seen"}


@pytest.mark.parametrize(
    ("slug", "form", "start"),
    [
        ("danger", {}, "danger: Choose one answer to “Is anyone in danger right now?”."),
        ("danger", {"danger": ["maybe"]}, "danger: An answer to “Is anyone in danger"),
        ("danger", {"danger": ["yes", "no"]}, "danger: An answer to “Is anyone in danger"),
        ("signs-work", {"signs-work": []}, "signs-work: Tick at least one answer to “What"),
        ("signs-work", {"signs-work": ["work_pay", "none"]}, "signs-work: For “What are work"),
        ("signs-work", {"signs-work": ["none", "unknown"]}, "signs-work: For “What are work"),
        ("signs-work", {"signs-work": ["held_debt"]}, "signs-work: An answer to “What are"),
        ("needs", {"needs": ["return_support"]}, "needs: An answer to “What does the person"),
        ("dependants", {"dependants": ["21"]}, "dependants: Write a whole number from 0 to 20"),
        ("dependants", {"dependants": ["-1"]}, "dependants: Write a whole number from 0 to 20"),
        ("dependants", {"dependants": ["two"]}, "dependants: Write a whole number from 0 to 20"),
        ("dependants", {"dependants": ["9" * 5000]}, "dependants: Write a whole number from 0"),
    ],
)
def test_a_refusal_names_its_field(slug: str, form: dict[str, list[str]], start: str) -> None:
    errors = refused(slug, form)
    assert len(errors) == 1
    assert errors[0].startswith(start)


def test_each_sign_without_evidence_is_named_in_both_languages() -> None:
    answers = {**ADULT, "signs-work": ["work_hours", "work_pay"]}
    page, form = ALL.page("evidence-work"), {"work_pay": ["unknown"]}
    errors = ALL.validate(page, form, answers).errors
    assert [error.field for error in errors] == ["work_hours", "work_pay"]
    assert errors[1].text.fr == "Dites comment vous le savez : « Pas de salaire, ou presque rien »."


@given(ANSWERS)
def test_the_path_is_complete_once_every_page_was_answered_as_offered(
    answers: dict[str, Any],
) -> None:
    filled = dict(answers)
    while missing := ALL.missing(filled):
        page = missing[0]
        form = {page.slug: [ALL.options(page, filled)[-1].code] if page.options else ["0"]}
        form |= {sign.code: ["told"] for sign in ALL.signs(page, filled)}
        checked = ALL.validate(page, form, filled)
        assert checked.ok
        filled[page.slug] = checked.value
    assert set(filled) >= set(answers)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "number"', 'kind = "slider"', "page[dependants].kind: should be one of checkbox"),
        ('list = "places"', 'list = "planets"', "page[place].list: should be one of accessibility"),
        ('page = "age"', 'page = "needs"', "page[agreed].shown_when: 'needs' is no page before"),
        ('is = ["adult"]', 'is = ["old"]', "page[agreed].shown_when: 'old' is no answer to that"),
        ('slug = "alone"', 'slug = "place"', "page[place].code: 'place' is written twice"),
        ('slug = "alone"', 'slug = "apart"', "page: 'alone' is missing"),
        ('signs = "exploitation"', 'signs = "luck"', "page[signs-work].signs: is no dimension"),
    ],
)
def test_a_faulty_questionnaire_names_its_page(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    written = (DATA / "questionnaire.toml").read_text(encoding="utf-8")
    (tmp_path / "questionnaire.toml").write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_questionnaire(tmp_path / "questionnaire.toml", DATA / "words.toml")
    assert message in str(error.value)
