from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import one_of
from amparo.design.forms import AmparoForm, DayInput
from amparo.justice.models import Protection


class ProtectionForm(AmparoForm):
    whom = forms.ChoiceField(
        label=_("Whom does it protect?"), widget=forms.RadioSelect, choices=Protection.Whom
    )
    kind = one_of("protection_kinds", _("What protects them?"))
    since = forms.DateField(label=_("From which day?"), widget=DayInput())
    until = forms.DateField(
        label=_("Until which day?"), required=False, widget=DayInput(),
        help_text=_("Leave it empty where no end is set."),
    )  # fmt: skip


class ProtectionEndForm(AmparoForm):
    day = forms.DateField(label=_("On which day did it end?"), widget=DayInput())
    reason = one_of("protection_ends", _("Why?"))
