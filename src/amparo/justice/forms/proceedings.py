from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.machine import State
from amparo.cases.pages.deeds import AboutForm, Subject
from amparo.cases.pages.fields import (
    NOT_CHOSEN,
    SEALED,
    chosen,
    maybe_one_of,
    one_of,
    some_of,
    yes_no,
)
from amparo.design.forms import AmparoForm, DayInput
from amparo.justice.models import Judgment
from amparo.justice.queries.proceedings import last_stages, proceedings_of
from amparo.justice.rules import next_stages
from amparo.people.codes import label


class ProceedingForm(AmparoForm):
    office = one_of("justice_offices", _("Which office was told?"))
    offences = some_of(
        "offences", _("Of which offences?"),
        _("Money laundering, smuggling and corruption too, where they go with it."),
    )  # fmt: skip
    day = forms.DateField(label=_("On which day?"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "offences": tuple(data.get("offences", ()))}


class NumberedForm(ProceedingForm):
    """With the number that the office gave it, which leads to names there."""

    number = forms.CharField(
        label=_("Number of the office’s own file"), required=False, max_length=60,
        help_text=SEALED,
    )  # fmt: skip


class StageForm(AboutForm[Subject]):
    stage = forms.ChoiceField(label=_("What happened?"), widget=forms.RadioSelect)
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    ground = maybe_one_of("drop_grounds", _("If it was dropped: why?"))

    def ask_about(self, about: Subject) -> None:
        """Only what can follow where one of the proceedings stands."""
        last = {row.stage for row in last_stages(about.pk).values()}
        found = dict.fromkeys(stage for each in sorted(last) for stage in next_stages(each))
        field = self.fields["stage"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  as it stands above
        field.choices = [(stage, State(stage).label) for stage in found]


class DropToldForm(AmparoForm):
    day = forms.DateField(label=_("On which day was the person told?"), widget=DayInput())
    language = chosen("languages", _("In which language?"))
    how = one_of("notice_modes", _("How?"))
    asks_review = yes_no(
        _("Does the person ask for a review?"),
        _("They have the right to ask somebody else to look at the decision again."),
    )


class JudgmentForm(AboutForm[Subject]):
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    offence = forms.ChoiceField(label=_("Of which offence?"))
    result = forms.ChoiceField(
        label=_("What did the court find?"), widget=forms.RadioSelect, choices=Judgment.Result
    )
    penalty_months = forms.IntegerField(
        label=_("Penalty, in months of prison"), required=False, min_value=0, max_value=1200,
        help_text=_("Leave it empty where there is none."),
    )  # fmt: skip
    confiscation = yes_no(_("Is anything confiscated?"))

    def ask_about(self, about: Subject) -> None:
        codes = dict.fromkeys(code for row in proceedings_of(about.pk) for code in row.offences)
        field = self.fields["offence"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  as it stands above
        field.choices = [NOT_CHOSEN, *((code, label("offences", code)) for code in codes)]
