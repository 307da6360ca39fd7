"""How a form takes the extra fields of the country: it derives from AsksAlso and names itself."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.questions.words import NO, YES, in_language, options
from amparo.design.forms import AmparoForm, DayInput
from amparo.people.country import country
from amparo.vocab.extrafields import ExtraField

MARK = "also_"


class AsksAlso(AmparoForm):
    """A form with the country's own questions behind its own; `asks` is its name in the pack.

    `answers` of the cleaned data holds what was answered: code of the question to what is kept.
    """

    asks: ClassVar[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for asked in country().fields_of(self.asks):
            self.fields[f"{MARK}{asked.code}"] = FIELDS[asked.kind](asked, **_common(asked))

    def clean(self) -> dict[str, Any]:
        names = [name for name in self.cleaned_data if name.startswith(MARK)]
        given = {name.removeprefix(MARK): self.cleaned_data.pop(name) for name in names}
        data = super().clean() or self.cleaned_data
        answers = {code: _kept(value) for code, value in given.items() if value not in (None, "")}
        return {**data, "answers": answers}


class QuestionsForm(AsksAlso):
    """The questions about the file itself, on a page of their own."""

    asks = "file"

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data["answers"] and not self.errors:
            self.add_error(None, _("Nothing is answered: answer one question at least."))
        return data


def _kept(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _common(asked: ExtraField) -> dict[str, Any]:
    hints = [in_language(asked.help)] if asked.help else []
    hints += [str(_("It will be sealed."))] if asked.sealed else []
    return {
        "label": in_language(asked.label),
        "help_text": " ".join(hints),
        "required": asked.required,
    }


def _text(asked: ExtraField, **common: Any) -> forms.Field:
    return forms.CharField(
        max_length=5_000, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}), **common
    )


def _choice(asked: ExtraField, **common: Any) -> forms.Field:
    return forms.ChoiceField(choices=[("", "—"), *options(asked)], **common)


def _yes_no(asked: ExtraField, **common: Any) -> forms.Field:
    return forms.ChoiceField(
        widget=forms.RadioSelect, choices=[(YES, _("Yes")), (NO, _("No"))], **common
    )


def _date(asked: ExtraField, **common: Any) -> forms.Field:
    return forms.DateField(widget=DayInput, **common)


def _number(asked: ExtraField, **common: Any) -> forms.Field:
    return forms.IntegerField(min_value=asked.least or 0, max_value=asked.most, **common)


FIELDS: dict[str, Callable[..., forms.Field]] = {
    "text": _text, "choice": _choice, "yes_no": _yes_no, "date": _date, "number": _number,
}  # fmt: skip
