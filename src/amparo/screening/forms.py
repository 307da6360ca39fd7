"""One page of the questionnaire as a form; the questionnaire itself says what is accepted."""

import unicodedata
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from amparo.design.forms import AmparoForm
from amparo.design.templatetags.design import first_control
from amparo.screening.answers import Answer
from amparo.screening.pages import Answers, Option, Page
from amparo.screening.presenters import language, say
from amparo.screening.questionnaire import Questionnaire

CROWD = 20


class Asked(forms.Field):
    """Takes what was sent as it is: the questionnaire checks it, in words of its own."""

    def validate(self, value: object) -> None:
        pass


class QuestionForm(AmparoForm):
    """`answer` holds the value to keep once the form is valid."""

    answer: Answer = None

    def __init__(
        self, *args: Any, questions: Questionnaire, page: Page, answers: Answers, **kwargs: Any
    ) -> None:
        self.questions, self.page, self.answers = questions, page, answers
        super().__init__(*args, **kwargs)
        if page.kind == "evidence":
            self._ask_each_sign()
        else:
            self.heading_field = page.slug  # type: ignore[misc]  # one question a page
            self.fields[page.slug] = Asked(
                label=say(page.question),
                help_text=say(page.hint) if page.hint else "",
                initial=answers.get(page.slug),
                widget=self._widget(),
            )

    @property
    def crowded(self) -> bool:
        """So many short answers that they stand side by side, not one to a row."""
        return len(self.page.options) > CROWD

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """(sentence, link to the answer at fault): each sentence names its question itself."""
        found = [(str(error), "") for error in self.non_field_errors()]
        for field in self.visible_fields():
            found += [(str(error), f"#{first_control(field)}") for error in field.errors]
        return found

    def clean(self) -> dict[str, Any]:
        skipped = "skip" in self.data  # which only a page that may stay empty accepts
        data = cast(QueryDict, self.data)
        sent = {} if skipped else {name: data.getlist(name) for name in self.fields}
        checked = self.questions.validate(self.page, sent, self.answers)
        for error in checked.errors:
            self.add_error(error.field, error.text.say(language()))
        self.answer = checked.value
        return self.cleaned_data

    def _ask_each_sign(self) -> None:
        told = self.answers.get(self.page.slug) or {}
        marks = _choices(self.questions.options(self.page, self.answers))
        for sign in self.questions.signs(self.page, self.answers):
            self.fields[sign.code] = Asked(
                label=say(sign.label),
                initial=told.get(sign.code),
                widget=forms.RadioSelect(choices=marks),
            )

    def _offered(self) -> Sequence[Option]:
        options = self.questions.options(self.page, self.answers)
        return sorted(options, key=_in_the_alphabet) if self.crowded else options

    def _widget(self) -> forms.Widget:
        if self.page.kind == "number":
            return forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"})
        choices = _choices(self._offered())
        if self.page.kind == "checkbox":
            return forms.CheckboxSelectMultiple(choices=choices)
        return forms.RadioSelect(choices=choices)


def _choices(options: Sequence[Option]) -> list[tuple[str, Any]]:
    """Answers that stand alone come last, after a word that sets them apart."""
    alone = [(option.code, _label(option)) for option in options if option.exclusive]
    several = [(option.code, _label(option)) for option in options if not option.exclusive]
    return [*several, (_("or"), alone)] if alone else several


def _in_the_alphabet(option: Option) -> str:
    """Where the reader's language would look for it; an accent weighs less than a letter."""
    return unicodedata.normalize("NFD", say(option.label)).casefold()


def _label(option: Option) -> str:
    if option.hint is None:
        return say(option.label)
    return format_html(
        '{}<small class="form-hint mb-0">{}</small>', say(option.label), say(option.hint)
    )
