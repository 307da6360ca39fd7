"""What can be written on the Support track, and the page it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed, FilePage
from amparo.support.actions import assessment, inclusion, leaving, people, plan, services
from amparo.support.forms import leaving as leaving_forms
from amparo.support.forms import people as people_forms
from amparo.support.forms import plan as plan_forms
from amparo.support.forms import services as service_forms
from amparo.support.forms.assessment import AssessForm
from amparo.support.words import COLUMNS, SEALED_WORDS

DEEDS: Mapping[str, Deed] = {
    "assess": Deed(
        AssessForm, assessment.assess, _("Assess needs and risks"),
        _("Alone with the person, in a language they speak. Each answer stands for itself."),
        cites="support_assessment",
    ),
    "goal": Deed(
        plan_forms.GoalForm, plan.set_goal, _("Write a goal"),
        _("What the person wants, in their words; which service helps, by when."),
        cites="support_plan",
    ),
    "goal-end": Deed(
        plan_forms.GoalEndForm, plan.end_goal, _("Record how a goal ended"),
        _("As the person sees it."), of_row=True, cites="support_plan",
    ),
    "plan": Deed(
        plan_forms.PlanForm, plan.agree_plan, _("Agree the plan with the person"),
        _("The goals that are open now are gone through together; the yes is the person’s."),
        cites="support_plan",
    ),
    "service": Deed(
        service_forms.ServiceForm, services.note_service,
        _("Record that a service began, ended or stopped"),
        _("It accepted the person before; this is what came of it."),
        of_row=True, cites="support_services",
    ),
    "feedback": Deed(
        service_forms.FeedbackForm, services.note_feedback,
        _("Record what the person says of a service"),
        _("Ask when nobody of that service is there: it does not read the answers here."),
        of_row=True, cites="support_services",
    ),
    "contact": Deed(
        people_forms.ContactForm, people.note_contact, _("Record a safe contact"),
        _("The newest counts. Where there is none, nobody gets in touch."),
        cites="safe_contact",
    ),
    "near": Deed(
        people_forms.RelativeForm, people.note_relative, _("Record somebody near the person"),
        _("Who depends on the person, or is in danger because of what happened."),
        cites="relatives_at_risk",
    ),
    "near-update": Deed(
        people_forms.RelativeUpdateForm, people.update_relative,
        _("Record how it stands with them now"), _("Whether they are in danger, and what is done."),
        of_row=True, cites="relatives_at_risk",
    ),
    "inclusion": Deed(
        leaving_forms.InclusionForm, inclusion.note_inclusion,
        _("Record how far inclusion has come"), _("Housing, work, schooling: as the person wants."),
        cites="social_inclusion",
    ),
    "exit": Deed(
        leaving_forms.ExitForm, leaving.leave, _("Record how support ends"),
        _("With a plan for later, and the answer whether the person may be asked then."),
        Act.CLOSE, cites="support_exit",
    ),
    "follow-up": Deed(
        leaving_forms.FollowUpForm, leaving.follow_up, _("Record a follow-up"),
        _("By the safe contact only. Where it is not safe, nobody tries."),
        cites="support_exit",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="support",
    space="support",
    title=_("Support"),
    todo=_("How support goes"),
    sealed=_("Words, goals and contacts of the support"),
    deeds=DEEDS,
    cites="support_track",
    columns=COLUMNS,
    words=SEALED_WORDS,
)
