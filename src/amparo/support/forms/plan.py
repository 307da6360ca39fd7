from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import Case
from amparo.cases.pages.deeds import CaseForm
from amparo.cases.pages.fields import chosen, one_of, text, yes_no
from amparo.design.forms import AmparoForm, DayInput
from amparo.people.models import Unit
from amparo.support.queries import units_of


class GoalForm(CaseForm):
    text = text(_("What does the person want to reach?"))
    service = chosen("services", _("Which kind of service helps there?"))
    unit = forms.ChoiceField(label=_("Which unit answers for it?"), widget=forms.RadioSelect)
    own = yes_no(
        _("Does that unit give the service itself?"),
        _("If not, the service is found by a referral of its own."),
    )
    until = forms.DateField(label=_("By when?"), widget=DayInput())

    def ask_about(self, case: Case) -> None:
        self.units = {str(unit.pk): unit for unit in units_of(case)}
        choices = [(key, unit.name) for key, unit in self.units.items()]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class GoalEndForm(AmparoForm):
    how = one_of("goal_ends", _("How did it end, as the person sees it?"))


class PlanForm(CaseForm):
    mode = one_of("plan_modes", _("How did you go through it with the person?"))
    language = chosen("languages", _("In which language?"))
    guardian_agrees = yes_no(_("Does the guardian agree too?"))
    words = text(
        _("What the person said about it"), _("Doubts too. It will be sealed."), required=False
    )

    def ask_about(self, case: Case) -> None:
        self.fields["language"].initial = next(iter(case.languages), None)
        if not case.treated_as_child:
            del self.fields["guardian_agrees"]

    def clean(self) -> dict[str, Any]:
        return dict(super().clean() or {})
