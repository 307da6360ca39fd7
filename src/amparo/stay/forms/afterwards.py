from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import maybe_one_of, one_of, some_of, text, yes_no
from amparo.design.forms import AmparoForm, DayInput


class TravelForm(AmparoForm):
    day = forms.DateField(label=_("On which day did they leave?"), widget=DayInput())
    company = one_of("travel_companies", _("With whom?"))


class ArrivalForm(AmparoForm):
    day = forms.DateField(label=_("On which day did they arrive?"), widget=DayInput())
    confirmer = one_of("arrival_confirmers", _("Who confirms it?"))
    way = one_of("arrival_ways", _("How?"))


class VisitForm(AmparoForm):
    reached = yes_no(_("Was the person reached?"), _("If not, the time to ask runs on."))
    safe = maybe_one_of("safety_answers", _("Are they safe, as they say?"))
    needs = some_of("services", _("What do they need?"), required=False)
    note = text(_("What the person says"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "needs": tuple(data.get("needs", ()))}


class MonitoringEndForm(AmparoForm):
    reason = maybe_one_of("monitoring_ends", _("If it ends early: why?"))
