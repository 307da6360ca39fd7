from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.child.models import Encounter, EncounterEnd
from amparo.cases.pages.fields import maybe_one_of, one_of, some_of, text, yes_no
from amparo.design.forms import AmparoForm, DayInput


class PlanForm(AmparoForm):
    kind = forms.ChoiceField(
        label=_("What is to happen?"), widget=forms.RadioSelect, choices=Encounter.Kind
    )
    office = one_of("encounter_offices", _("Who meets the child?"))
    day = forms.DateField(label=_("On which day?"), widget=DayInput())


class EndForm(AmparoForm):
    outcome = forms.ChoiceField(
        label=_("Did it take place?"), widget=forms.RadioSelect, choices=EncounterEnd.Outcome
    )
    guardian_present = yes_no(_("Was the guardian there, from beginning to end?"))
    absence = maybe_one_of("guardian_absences", _("If not: why?"))
    guarantees = some_of(
        "child_guarantees", _("What was the child given?"),
        _("Tick what was so. What is not ticked is asked about at the next meeting."),
        required=False,
    )  # fmt: skip
    words = text(_("What the child said about how it went"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "guarantees": tuple(data.get("guarantees", ()))}
