"""What stands in each queue of a unit."""

from collections.abc import Callable, Mapping

from amparo.access.two_persons.queries import waiting_cases
from amparo.cases.actions.closings import CLOSE
from amparo.cases.machine import DECIDABLE, FINAL, FIRST, State
from amparo.cases.queries import CaseQuerySet
from amparo.cases.queues.queries import Desk
from amparo.cases.queues.words import Queue
from amparo.people.models import User

STATES: Mapping[Queue, tuple[str, ...]] = {
    Queue.RECEIVE: (State.REFERRED,),
    Queue.FIRST: tuple(state for state, results in DECIDABLE.items() if results == FIRST),
    Queue.FINAL: tuple(state for state, results in DECIDABLE.items() if results == FINAL),
    Queue.INFORMATION: (State.MORE_INFORMATION,),
}
FILES: Mapping[Queue, Callable[[Desk], CaseQuerySet]] = {
    Queue.NOBODY: Desk.without_anybody,
    Queue.MINE: lambda desk: desk.carried_by(desk.user),
    Queue.CLOSING: lambda desk: desk.files.filter(pk__in=waiting_cases(CLOSE)),
}


def waiting(desk: Desk, queue: Queue, who: User | None = None) -> CaseQuerySet:
    """`who`: the colleague whose files are looked at, where the queue is theirs."""
    if queue == Queue.COLLEAGUE:
        return desk.carried_by(who) if who else desk.files.none()
    if queue in STATES:
        return desk.files.filter(identification__in=STATES[queue])
    return FILES[queue](desk)
