from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of
from amparo.design.forms import AmparoForm, DayInput
from amparo.stay.models import StayStep


class ReflectionForm(AmparoForm):
    since = forms.DateField(label=_("From which day?"), widget=DayInput())
    until = forms.DateField(label=_("Until which day?"), widget=DayInput())


class PermitForm(AmparoForm):
    ground = one_of(
        "stay_grounds", _("What does it rest on?"),
        _("Neither help nor identification depends on co-operation."),
    )  # fmt: skip
    since = forms.DateField(label=_("From which day?"), widget=DayInput())
    until = forms.DateField(label=_("Until which day?"), widget=DayInput())


class StepForm(AmparoForm):
    what = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect, choices=StayStep.What
    )
