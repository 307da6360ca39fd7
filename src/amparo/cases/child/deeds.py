"""What can be written on the Child route, and the page it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.child.actions import (
    age,
    detention,
    encounters,
    family,
    guardian,
    information,
    interests,
    recruited,
)
from amparo.cases.child.forms import age as age_forms
from amparo.cases.child.forms import detention as detention_forms
from amparo.cases.child.forms import encounters as encounter_forms
from amparo.cases.child.forms import family as family_forms
from amparo.cases.child.forms import guardian as guardian_forms
from amparo.cases.child.forms import recruited as recruited_forms
from amparo.cases.child.forms.information import InformForm
from amparo.cases.child.forms.interests import InterestsForm
from amparo.cases.child.words import COLUMNS, SEALED_WORDS
from amparo.cases.pages.deeds import Deed, FilePage

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
    "family-risk": Deed(
        family_forms.RiskForm, family.answer_family_risk, _("Answer the risk of a family search"),
        _("Before anybody looks for the family, and anew after whatever changes the answer."),
        cites="family_tracing",
    ),
    "family-step": Deed(
        family_forms.TraceForm, family.trace_family, _("Record a step of the family search"),
        _("Only after the answer that nothing speaks for a danger, and at the child’s wish."),
        cites="family_tracing",
    ),
    "detention": Deed(
        detention_forms.DetentionForm, detention.note_detention, _("The child is held somewhere"),
        _("Detention of a child is the last resort: the alarm counts the hours from now on."),
        cites="child_detained",
    ),
    "detention-end": Deed(
        detention_forms.ReleaseForm, detention.end_detention, _("Record how the detention ended"),
        _("The alarm ends when the child is held nowhere any more."),
        of_row=True, cites="child_detained",
    ),
    "recruited": Deed(
        recruited_forms.RecruitedForm, recruited.note_recruitment,
        _("Record that a group recruited the child"),
        _("A recruited child is a child first. Name no group: what the police know stays there."),
        cites="recruited_child",
    ),
    "victim": Deed(
        recruited_forms.VictimForm, recruited.say_victim_standing,
        _("Record whether the child is recognised as a victim"),
        _("Whatever proceedings there are: this says nothing of them, and they nothing of this."),
        cites="recruited_child",
    ),
    "proceedings": Deed(
        recruited_forms.ProceedingsForm, recruited.say_proceedings,
        _("Record where proceedings against the child stand"),
        _("Whether the child is a victim is another question, answered on its own."),
        cites="recruited_child",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="child",
    space="cases",
    title=_("Child route"),
    todo=_("What the child is due"),
    sealed=_("The child’s words and the reasons"),
    deeds=DEEDS,
    cites="child_route",
    columns=COLUMNS,
    words=SEALED_WORDS,
)
