from dataclasses import dataclass

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.models import User
from amparo.support.actions import times
from amparo.support.clocks import due_of, follow_up_codes
from amparo.support.models import FollowUp, SupportExit
from amparo.support.models.leaving import NO_MORE, REACHED
from amparo.support.queries import reachable, waiting_follow_ups
from amparo.support.rules import exit_hindrance, follow_up_hindrance


@action
def leave(
    case: Case, *, by: User, reason: str, follow_up: bool, told: bool, plan: str = ""
) -> SupportExit:
    """Record how support ends; where the person agrees, the country's follow-ups run (S6)."""
    case, now = begin(case, by=by, act=Act.CLOSE), clock.now()
    can_call = reachable(case)
    refuse(exit_hindrance(case.support, reason, follow_up=follow_up, reachable=can_call))
    row = SupportExit(case=case, at=now, by=by, reason=reason, follow_up=follow_up, told=told)
    keep(row, "ended support", by=by, purpose=reason, plan=plan)
    step(case, Track.SUPPORT, State.ENDED, by=by)
    for code in follow_up_codes() if follow_up else ():
        times.start(case, code, due_of(code, now))
    return row


@dataclass(frozen=True)
class Answers:
    """What the person said at a follow-up; nothing where nobody was reached."""

    danger: str = ""
    housing: str = ""
    work: str = ""
    schooling: str = ""
    wants_help: bool = False


@action
def follow_up(case: Case, *, by: User, contact: str, answers: Answers, note: str = "") -> FollowUp:
    """Record the follow-up that comes first; the person may wish that it is the last."""
    case = begin(case, by=by)
    waiting, can_call = waiting_follow_ups(case), reachable(case)
    refuse(
        follow_up_hindrance(
            contact, answers.danger, waiting=bool(waiting), reachable=can_call
        )
    )  # fmt: skip
    said = answers if contact in (REACHED, NO_MORE) else Answers()
    row = FollowUp(
        case=case, at=clock.now(), by=by, rule=waiting[0].rule, contact=contact, **vars(said)
    )
    keep(row, f"follow-up: {contact}", by=by, purpose=said.danger, note=note)
    done = waiting if contact == NO_MORE else waiting[:1]
    times.meet(case, [each.rule for each in done])
    return row
