from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import Case
from amparo.cases.pages.deeds import CaseForm
from amparo.cases.pages.fields import chosen, one_of, some_of, text, yes_no
from amparo.design.forms import DayInput
from amparo.design.tokens import day_in_words
from amparo.methods import clock
from amparo.support.clocks import latest_review
from amparo.support.queries import last_plan
from amparo.support.rules import PLANNING, Assessed

LISTS = ("needs", "measures", "listeners")


class AssessForm(CaseForm):
    language = chosen("languages", _("In which language did you speak?"))
    interpreter = one_of(
        "talk_interpreters", _("Who interpreted?"),
        _("Never somebody who came with the person: it may be who keeps them."),
    )  # fmt: skip
    listeners = some_of(
        "talk_listeners", _("Who else was in the room?"),
        _("Tick nobody if you were alone with the person."), required=False,
    )  # fmt: skip
    needs = some_of(
        "services", _("What does the person need?"),
        _("What the person asks for, and what you find with them."), required=False,
    )  # fmt: skip
    danger_self = one_of("danger_answers", _("Is the person in danger?"))
    danger_family = one_of("danger_answers", _("Is anybody of their family in danger?"))
    danger_staff = one_of("danger_answers", _("Is anybody in danger who helps the person?"))
    measures = some_of(
        "risk_measures", _("What was done against it?"),
        _("Where somebody is in danger now, do something before you go on."), required=False,
    )  # fmt: skip
    plan_stands = yes_no(
        _("Does the plan still fit?"), _("If not, it is agreed with the person anew.")
    )
    review = forms.DateField(
        label=_("On which day are needs and risks looked at again?"), widget=DayInput()
    )
    note = text(_("In the words of the person, and what you saw"), required=False)

    def ask_about(self, case: Case) -> None:
        self.fields["language"].initial = next(iter(case.languages), None)
        latest = latest_review(clock.now())
        self.fields["review"].initial = latest
        self.fields["review"].help_text = _(
            "By %(day)s at the latest; at once if something happens."
        ) % {"day": day_in_words(latest)}
        if case.support not in PLANNING or last_plan(case) is None:
            del self.fields["plan_stands"]

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        key, note = data.pop("key"), data.pop("note")
        data |= {name: tuple(data[name]) for name in LISTS}
        return {"key": key, "note": note, "found": Assessed(**data)}
