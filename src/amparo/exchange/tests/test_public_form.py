"""Every question of the public form stands somewhere here, or says why not."""

import tomllib

from django.apps import apps

from amparo.exchange.mapping import DATA
from amparo.exchange.public_form import public_form
from amparo.screening import questionnaire
from amparo.vocab import codelists

# How many questions each part of the form has, counted on the form itself.
ASKED = {
    1: 4, 2: 6, 3: 4, 4: 17, 5: 6, 6: 6, 7: 4, 8: 10, 9: 3, 10: 3, 11: 7, 12: 10, 13: 5, 14: 4,
    15: 3,
}  # fmt: skip


def test_every_question_is_there_once_in_the_order_of_the_form() -> None:
    form = public_form()
    numbers = [question.number for question in form.questions]
    wanted = [f"{part}.{n}" for part, count in ASKED.items() for n in range(1, count + 1)]
    assert numbers == wanted
    assert list(form.parts) == list(ASKED)


def test_every_question_names_something_that_exists_or_says_why_not() -> None:
    for question in public_form().questions:
        assert bool(question.path) != bool(question.reason), question.number
        if question.path:
            room, model, column = question.path.split(".")
            assert apps.get_model(room, model)._meta.get_field(column), question.number


def test_every_page_and_every_code_that_it_names_is_there() -> None:
    pages = questionnaire.load()
    for question in public_form().questions:
        if question.page:
            assert pages.page(question.page)
        if question.values:
            codes = codelists.load(question.values)
            assert not question.value or question.value in codes, question.number


def test_no_reason_stands_unused_and_each_is_said_in_both_languages() -> None:
    reasons = {question.reason for question in public_form().questions if question.reason}
    told = tomllib.loads((DATA / "public_form.toml").read_text(encoding="utf-8"))["reasons"]
    assert {reason.en for reason in reasons} == {each["en"] for each in told.values()}
    assert all(reason.en != reason.fr for reason in reasons)
