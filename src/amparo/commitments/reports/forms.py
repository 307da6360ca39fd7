from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.commitments.clause_words import language
from amparo.commitments.datafiles import codes
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks, documents
from amparo.commitments.reports.content import Choice
from amparo.commitments.reports.models import Report
from amparo.design.forms import AmparoForm, DayInput
from amparo.people.country import today
from amparo.vocab.citations import Paragraph

Choices = list[tuple[str, Any]]
# S3 ¶8, s2 21, 78-228 ¶4a: the text and the number, with or without the sign between.
NUMBER = re.compile(r"\s*([A-Za-z0-9-]{1,24})\s+(?:¶\s*)?([\w./]{1,12})\s*")
NEEDS = {Report.Kind.TEXT: "document", Report.Kind.THEME: "capability"}


def _texts() -> Choices:
    return [("", _("Any text")), *((d.key, f"{d.key} · {d.year}") for d in documents())]


def _named(name: str, every: object) -> Choices:
    spoken = language()
    found = [(code.code, code.name.say(spoken)) for code in codes(name).values()]
    return [("", every), *sorted(found, key=lambda pair: pair[1].casefold())]


class PublishForm(AmparoForm):
    seen = forms.BooleanField(
        label=_("I have read all of it, and no name of a person stands in it"),
        error_messages={"required": _("Read the report whole before everybody can.")},
    )


class ReportForm(AmparoForm):
    kind = forms.ChoiceField(
        label=_("What is it for?"), choices=Report.Kind.choices, widget=forms.RadioSelect
    )
    as_of = forms.DateField(
        label=_("As of which day?"),
        widget=DayInput(),
        initial=today,
        help_text=_("What was written after that day does not stand in it."),
    )
    document = forms.ChoiceField(label=_("Text"), choices=_texts, required=False)
    capability = forms.ChoiceField(
        label=_("Theme"), choices=lambda: _named("capabilities", _("Any theme")), required=False
    )
    instrument = forms.ChoiceField(
        label=_("Instrument"),
        choices=lambda: _named("instruments", _("Any instrument")),
        required=False,
    )
    numbers = forms.CharField(
        label=_("Or the paragraphs that the call names"),
        required=False,
        max_length=2000,
        help_text=_("Such as S3 ¶8, S2 ¶21, with commas between them."),
    )

    def clean_numbers(self) -> tuple[Paragraph, ...]:
        words: str = self.cleaned_data["numbers"]
        return tuple(_paragraph(each) for each in words.split(",") if each.strip())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        needed = NEEDS.get(data.get("kind", ""))
        if needed and not data.get(needed):
            self.add_error(needed, _("Choose one: this report is about it."))
        return data

    def choice(self) -> Choice:
        data = self.cleaned_data
        return Choice(data["document"], data["capability"], data["instrument"], data["numbers"])


def _paragraph(words: str) -> Paragraph:
    found = NUMBER.fullmatch(words)
    if found:
        known = asks().filter(document__key__iexact=found[1]).in_paragraph(found[2]).first()
        if known:
            return Paragraph(known.document_id, _number(known, found[2]))
    raise forms.ValidationError(
        _("No paragraph here is called “%(words)s”."), params={"words": words.strip()}
    )


def _number(known: Ask, typed: str) -> str:
    return known.number if known.number == typed else known.whole
