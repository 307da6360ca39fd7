"""What the Support track says, in one place."""

from collections.abc import Mapping

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.cases.actions.opening import Columns
from amparo.design.parts import Tone, Words
from amparo.people.codes import label
from amparo.support.models import (
    FollowUp,
    Goal,
    NeedsAssessment,
    Relative,
    SafeContact,
    ServiceFeedback,
    ServiceStep,
    SupportExit,
    SupportPlan,
)
from amparo.support.models.contact import NO_WAY

COLUMNS: Columns = {
    NeedsAssessment: ("note",),
    Goal: ("text",),
    SupportPlan: ("words",),
    SafeContact: ("value",),
    Relative: ("name", "contact"),
    ServiceFeedback: ("words",),
    SupportExit: ("plan",),
    FollowUp: ("note",),
}

# What each sealed column is, to whoever opens it.
SEALED_WORDS: Mapping[str, Words] = {
    "needsassessment.note": _("Needs and risks, in words"),
    "goal.text": _("What the person wants to reach"),
    "supportplan.words": _("What the person said about the plan"),
    "safecontact.value": _("Where the person is reached"),
    "relative.name": _("Somebody near the person"),
    "relative.contact": _("How to reach somebody near the person"),
    "servicefeedback.words": _("What the person said of a service"),
    "supportexit.plan": _("What is planned for later"),
    "followup.note": _("What the person said at a follow-up"),
}

SERVICE_STEPS: Mapping[str, Words] = {
    ServiceStep.State.STARTED: _("A service began"),
    ServiceStep.State.DELIVERED: _("A service was given to its end"),
    ServiceStep.State.STOPPED: _("A service stopped before its end"),
}

# From the least to the most pressing: what is not known is looked at before what may be.
DANGERS = ("none", "not_known", "possible", "acute")
DANGER_TONES: Mapping[str, Tone] = {
    "none": "good", "not_known": "warn", "possible": "warn", "acute": "danger",
}  # fmt: skip

DANGER_WORDS: Mapping[str, Words] = {
    "none": _("not in danger"),
    "not_known": _("in danger or not: not known"),
    "possible": _("may be in danger"),
    "acute": _("in danger now"),
}


def contact(row: SafeContact | None) -> str:
    """How the person is reached, in one line that gives nothing away."""
    if row is None:
        return say("No safe contact is known: nobody gets in touch.")
    if row.channel == NO_WAY:
        return label("contact_channels", NO_WAY)
    parts = [label("contact_channels", row.channel)]
    if row.when:
        parts.append(label("contact_times", row.when))
    parts.append(label("contact_answers", row.answers))
    parts.append(say("A message may be left") if row.message else say("No message is left"))
    return ". ".join(parts) + "."


def yes(value: bool) -> str:
    return say("yes") if value else say("no")
