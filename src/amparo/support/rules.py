"""What must hold before something is written: pure questions, each answered by one sentence."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.design.tokens import day_in_words
from amparo.support.models.assessment import ACUTE, CAME_WITH
from amparo.support.models.contact import NO_WAY
from amparo.support.models.leaving import NO_MORE, REACHED
from amparo.support.models.services import ServiceStep

# Where a plan can be agreed, changed and carried out; a place alone may be left without one.
PLANNING = (State.ASSESSED, State.PLANNED, State.IN_COURSE, State.INCLUSION)
DECEASED, UNAWARE = "deceased", "unaware"


@dataclass(frozen=True)
class Assessed:
    """The answers of one assessment of needs and risks."""

    needs: tuple[str, ...]
    danger_self: str
    danger_family: str
    danger_staff: str
    measures: tuple[str, ...]
    language: str
    interpreter: str
    listeners: tuple[str, ...]
    review: date
    plan_stands: bool = False

    @property
    def acute(self) -> bool:
        return ACUTE in (self.danger_self, self.danger_family, self.danger_staff)

    @property
    def overheard(self) -> bool:
        """Whoever came with the person may be who keeps them: such answers are asked again."""
        return CAME_WITH in self.listeners


def assessment_hindrance(found: Assessed, *, today: date, latest: date) -> str:
    """No interpreter who came along; no danger noted and left; asked again within the limit."""
    if found.interpreter == CAME_WITH:
        return _("Whoever came with the person does not interpret: find an interpreter first.")
    if found.acute and not found.measures:
        return _("Somebody is in danger now: do something first, and say what was done.")
    if not today < found.review <= latest:
        last = {"day": day_in_words(latest)}
        return _("Needs and risks are looked at again by %(day)s at the latest.") % last
    return ""


def goal_hindrance(until: date, *, today: date) -> str:
    return "" if until >= today else _("A goal is to be reached on a day that is still to come.")


def plan_hindrance(goals: int, support: str, *, child: bool, guardian: bool, agrees: bool) -> str:
    """S0 ¶5: a plan is the person's; a child's plan is the guardian's too."""
    if support not in PLANNING:
        return _("Assess needs and risks first: a plan rests on that.")
    if not goals:
        return _("Write at least one goal with the person first: without one there is no plan.")
    if child and not guardian:
        return _("A child’s plan takes a guardian: record who the guardian is first.")
    if child and not agrees:
        return _("A child’s plan takes the yes of the guardian too.")
    return ""


def contact_hindrance(channel: str, value: str, answers: str, *, message: bool) -> str:
    if channel == NO_WAY:
        return ""
    if not value.strip() or not answers:
        return _("Say how the person is reached there, and who may answer.")
    if answers == UNAWARE and message:
        return _("Where somebody who must know nothing may answer, no message is left.")
    return ""


Service = ServiceStep.State
# What may follow which step of a service.
SERVICE_FOLLOWS: dict[str, tuple[str, ...]] = {
    Service.STARTED: ("", Service.STOPPED),
    Service.DELIVERED: (Service.STARTED,),
    Service.STOPPED: ("", Service.STARTED),
}


def service_hindrance(before: str, state: str, reason: str) -> str:
    if before not in SERVICE_FOLLOWS[state]:
        return _("This cannot follow now: look at what was recorded of this service last.")
    if state == Service.STOPPED and not reason:
        return _("Say why the service stopped.")
    return ""


def exit_hindrance(support: str, reason: str, *, follow_up: bool, reachable: bool) -> str:
    if support in ("", State.ENDED):
        return _("There is no support that could end.")
    if follow_up and reason == DECEASED:
        return _("The person has died: nobody is asked later how they are.")
    if follow_up and not reachable:
        return _("There is no safe way to reach the person: record one first, or no follow-up.")
    return ""


def follow_up_hindrance(contact: str, danger: str, *, waiting: bool, reachable: bool) -> str:
    """By safe contact only."""
    if not waiting:
        return _("No follow-up is to come in this file.")
    if contact not in (REACHED, NO_MORE):
        return ""
    if not reachable:
        return _("No safe way to reach the person is known: nobody gets in touch.")
    if not danger:
        return _("Ask first whether the person is in danger.")
    return ""
