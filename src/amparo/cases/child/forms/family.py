from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.child.models import FamilyTracing
from amparo.cases.pages.fields import text, yes_no
from amparo.design.forms import AmparoForm

State = FamilyTracing.State
STEPS = [(state.value, state.label) for state in State if state != State.RISK]


class RiskForm(AmparoForm):
    danger = forms.ChoiceField(
        label=_("Could it endanger the child, or anybody, if the family is looked for?"),
        widget=forms.RadioSelect, choices=FamilyTracing.Danger,
    )  # fmt: skip
    wished = yes_no(_("Does the child wish it?"))
    note = text(_("What this rests on"), required=False)


class TraceForm(AmparoForm):
    state = forms.ChoiceField(label=_("What happened?"), widget=forms.RadioSelect, choices=STEPS)
    note = text(_("Note"), required=False)
