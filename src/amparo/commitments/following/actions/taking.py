"""Actions that are taken: planned, changed, brought a step on, and which asks they answer."""

from datetime import date

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.following.models import Action, Answering, Institution, Step
from amparo.commitments.following.rights import require_to_speak_for
from amparo.commitments.models import Ask
from amparo.methods import clock
from amparo.people.models import User


@action
def take_action(
    *, by: User, title: str, state: str, what: str = "", institution: Institution | None = None,
    begins_on: date | None = None, ends_on: date | None = None, ask: Ask | None = None,
) -> Action:  # fmt: skip
    """`ask`: what it answers, where it was begun from there."""
    require(by, Act.KEEP_COMMITMENTS)
    row = Action(by=by, at=clock.now())
    _write(row, title, what, institution, begins_on=begins_on, ends_on=ends_on)
    Step.objects.create(action=row, state=state, by=by, at=clock.now())
    record("took an action", by=by, thing=row)
    if ask:
        answer_ask(row, ask, by=by)
    return row


@action
def change_action(
    row: Action, *, by: User, title: str, what: str = "", institution: Institution | None = None,
    begins_on: date | None = None, ends_on: date | None = None,
) -> Action:  # fmt: skip
    require(by, Act.KEEP_COMMITMENTS)
    _write(row, title, what, institution, begins_on=begins_on, ends_on=ends_on)
    record("changed an action", by=by, thing=row)
    return row


def _write(
    row: Action, title: str, what: str, institution: Institution | None,
    *, begins_on: date | None, ends_on: date | None,
) -> None:  # fmt: skip
    if begins_on and ends_on and ends_on < begins_on:
        raise Refused(_("It ends before it begins. Change one of the two days."))
    row.title, row.what, row.institution = title, what, institution
    row.begins_on, row.ends_on = begins_on, ends_on
    row.save()


@action
def take_step(row: Action, *, by: User, state: str, why: str = "") -> Step:
    """How far it is from now on."""
    require_to_speak_for(by, row.institution)
    step = Step.objects.create(action=row, state=state, why=why, by=by, at=clock.now())
    record("took a step of an action", by=by, thing=step)
    return step


@action
def answer_ask(row: Action, ask: Ask, *, by: User) -> Answering:
    """Say that the action answers the ask; saying it again changes nothing."""
    require(by, Act.KEEP_COMMITMENTS)
    answer, made = Answering.objects.get_or_create(
        action=row, ask=ask, defaults={"by": by, "at": clock.now()}
    )
    if made:
        record("said that an action answers an ask", by=by, thing=answer)
    return answer


@action
def stop_answering(row: Action, ask: Ask, *, by: User) -> None:
    require(by, Act.KEEP_COMMITMENTS)
    for answer in Answering.objects.filter(action=row, ask=ask):
        record("said that an action does not answer an ask", by=by, thing=answer)
        answer.delete()
