"""What can be written on the Child route: one form each, as data for one view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.child.actions import age, encounters, guardian, information, interests
from amparo.cases.child.forms import age as age_forms
from amparo.cases.child.forms import encounters as encounter_forms
from amparo.cases.child.forms import guardian as guardian_forms
from amparo.cases.child.forms.information import InformForm
from amparo.cases.child.forms.interests import InterestsForm
from amparo.cases.models import Case
from amparo.design.forms import AmparoForm
from amparo.design.parts import Words

Do = Callable[..., object]


@dataclass(frozen=True)
class Deed:
    """`do` takes the case, the form's data and `by`; where `of_row`, the id of a row too."""

    form: type[AmparoForm]
    do: Do
    title: Words
    lead: Words
    act: Act = Act.WRITE_CASE
    of_row: bool = False
    cites: str = "child_route"

    def run(self, case: Case, row: UUID | None, data: dict[str, Any], **by: Any) -> object:
        return self.do(case, row, **data, **by) if self.of_row else self.do(case, **data, **by)


DEEDS: Mapping[str, Deed] = {
    "age": Deed(
        age_forms.AgeForm, age.decide_age, _("Record a decision on the age"),
        _("Until it says adult, the person is protected as a child."), Act.DECIDE_AGE,
        cites="age_decision",
    ),
    "appeal": Deed(
        age_forms.AppealForm, age.appeal_age, _("Contest the decision on the age"),
        _("A child’s protection is back at once, until somebody else has decided."),
        cites="age_decision",
    ),
    "guardian-request": Deed(
        guardian_forms.RequestForm, guardian.request_guardian, _("Ask for a guardian"),
        _("A child, or a person whose age is not sure, has a guardian before any interview."),
        cites="guardian",
    ),
    "guardian-appoint": Deed(
        guardian_forms.AppointForm, guardian.appoint_guardian, _("Record who the guardian is"),
        _("Name and contact are sealed; nobody with a conflict of interest is appointed."),
        cites="guardian",
    ),
    "guardian-end": Deed(
        guardian_forms.EndForm, guardian.end_guardian, _("End the guardianship"),
        _("If the person is still a child, ask for another guardian at once."),
        cites="guardian",
    ),
    "inform": Deed(
        InformForm, information.inform_child, _("Record what the child was told"),
        _("In words that fit the child’s age, in a language the child speaks."),
        cites="child_information",
    ),
    "meeting": Deed(
        encounter_forms.PlanForm, encounters.plan_encounter,
        _("Plan an interview, a move or a step of a return"),
        _("It closes only with the guardian there, or with the reason why not."),
        cites="child_meeting",
    ),
    "meeting-end": Deed(
        encounter_forms.EndForm, encounters.end_encounter, _("Record how the meeting went"),
        _("With the guardian there, or with the reason why not."),
        of_row=True, cites="child_meeting",
    ),
    "interests": Deed(
        InterestsForm, interests.weigh_interests, _("Record a best-interests decision"),
        _("Which ways there are, what the child said, and what weighed most."),
        cites="best_interests",
    ),
}  # fmt: skip
