from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import SEALED, one_of
from amparo.design.forms import AmparoForm


class RequestForm(AmparoForm):
    office = one_of("guardian_offices", _("Who was asked for one?"))


class AppointForm(AmparoForm):
    office = one_of("guardian_offices", _("Where does the guardian come from?"))
    conflict = one_of(
        "guardian_conflicts", _("Does anything stand against it?"),
        _("A guardian speaks for the child alone."),
    )  # fmt: skip
    name = forms.CharField(label=_("Name of the guardian"), max_length=200, help_text=SEALED)
    contact = forms.CharField(
        label=_("How to reach the guardian"), max_length=500, required=False, help_text=SEALED
    )


class EndForm(AmparoForm):
    reason = one_of("guardian_end_reasons", _("Why does it end?"))
