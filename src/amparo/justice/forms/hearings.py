from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import maybe_one_of, one_of, some_of, yes_no
from amparo.design.forms import AmparoForm, DayInput
from amparo.justice.models import HearingEnd


class HearingForm(AmparoForm):
    kind = one_of("hearing_kinds", _("What kind of hearing is it?"))
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    measures = some_of(
        "special_measures", _("What is to protect the person there?"),
        _("Asked for, or granted already."), required=False,
    )  # fmt: skip
    interpreter = maybe_one_of("languages", _("Interpreter for"))
    guardian = yes_no(_("Will a guardian be there?"), _("A child is heard only with a guardian."))

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "measures": tuple(data.get("measures", ()))}


class HearingEndForm(AmparoForm):
    outcome = forms.ChoiceField(
        label=_("Did it take place?"), widget=forms.RadioSelect, choices=HearingEnd.Outcome
    )
    measures = some_of(
        "special_measures", _("What really protected the person?"),
        _("What was asked for and is not ticked was missing."), required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "measures": tuple(data.get("measures", ()))}


class PrepareForm(AmparoForm):
    what = some_of("hearing_preparations", _("What is done?"))

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "what": tuple(data.get("what", ()))}
