from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of, some_of, text
from amparo.design.forms import AmparoForm, DayInput


class AllegationForm(AmparoForm):
    acts = some_of("alleged_acts", _("What is held against the person?"))
    stage = one_of("allegation_stages", _("Where does it stand?"))
    office = one_of("justice_offices", _("Which office is it with?"))
    note = text(_("What the person says of it"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "acts": tuple(data.get("acts", ()))}


class PleaForm(AmparoForm):
    office = one_of("justice_offices", _("Which office was asked?"))
    day = forms.DateField(label=_("On which day?"), widget=DayInput())


class ReplyForm(AmparoForm):
    answer = one_of("plea_answers", _("What did the office answer?"))
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    note = text(_("Their reasons"), required=False)


class OutcomeForm(AmparoForm):
    outcome = one_of("allegation_outcomes", _("How did it end for the person?"))
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
