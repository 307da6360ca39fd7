"""The Support track's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case, OfCase
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.design.tokens import day_in_words
from amparo.people.codes import label
from amparo.support.models import (
    FollowUp,
    Goal,
    GoalEnd,
    Inclusion,
    NeedsAssessment,
    Relative,
    SafeContact,
    ServiceFeedback,
    ServiceStep,
    SupportExit,
    SupportPlan,
)
from amparo.support.words import SERVICE_STEPS, contact


def entries(case: Case) -> list[Entry]:
    return [
        *map(_assessment, rows_of(NeedsAssessment, case)),
        *map(_goal, rows_of(Goal, case)),
        *map(_goal_end, rows_of(GoalEnd, case).select_related("goal")),
        *map(_plan, rows_of(SupportPlan, case)),
        *map(_service, rows_of(ServiceStep, case).select_related("offer__service")),
        *map(_feedback, rows_of(ServiceFeedback, case).select_related("offer__service")),
        *map(_contact, rows_of(SafeContact, case)),
        *map(_relative, rows_of(Relative, case)),
        *map(_inclusion, rows_of(Inclusion, case)),
        *map(_exit, rows_of(SupportExit, case)),
        *map(_follow_up, rows_of(FollowUp, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return entry(row, _("Support"), title, icon=icon, text=text)


def _assessment(row: NeedsAssessment) -> Entry:
    text = _("To be looked at again by %(day)s.") % {"day": day_in_words(row.review)}
    return _entry(row, _("Needs and risks were written down"), "list-check", text)


def _goal(row: Goal) -> Entry:
    return _entry(row, _("A goal was written"), "flag", label("services", row.service))


def _goal_end(row: GoalEnd) -> Entry:
    text = f"{label('services', row.goal.service)}: {label('goal_ends', row.how)}"
    return _entry(row, _("A goal ended"), "flag", text)


def _plan(row: SupportPlan) -> Entry:
    title = _("The person agreed to the plan, version %(number)s") % {"number": row.version}
    return _entry(row, title, "heart-handshake", label("plan_modes", row.mode))


def _service(row: ServiceStep) -> Entry:
    why = label("service_ends", row.reason) if row.reason else ""
    return _entry(
        row, SERVICE_STEPS[row.state], "check", f"{row.offer.service.name}. {why}".strip()
    )


def _feedback(row: ServiceFeedback) -> Entry:
    """What was said stands on the page, where the service does not read it."""
    return _entry(row, _("The person spoke of a service"), "message", row.offer.service.name)


def _contact(row: SafeContact) -> Entry:
    return _entry(row, _("The safe contact was written down"), "shield-check", contact(row))


def _relative(row: Relative) -> Entry:
    text = f"{label('relations', row.relation)} · {label('whereabouts', row.place)}"
    return _entry(row, _("Somebody near the person was written down"), "users", text)


def _inclusion(row: Inclusion) -> Entry:
    text = f"{label('inclusion_areas', row.area)}: {label('inclusion_standings', row.standing)}"
    return _entry(row, _("Inclusion"), "users", text)


def _exit(row: SupportExit) -> Entry:
    return _entry(row, _("How support ends"), "check", label("exit_reasons", row.reason))


def _follow_up(row: FollowUp) -> Entry:
    text = label("follow_up_contacts", row.contact)
    return _entry(row, _("A follow-up"), "message", text)
