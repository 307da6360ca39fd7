"""Clocks that a row sets going, in the transaction that writes it."""

from collections.abc import Iterable
from datetime import datetime

from amparo.cases.clocks.models import Clock
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.support.clocks import AGAIN, follow_up_codes


def start(case: Case, code: str, due_at: datetime) -> Clock:
    return Clock.objects.create(case=case, rule=code, started_at=clock.now(), due_at=due_at)


def meet(case: Case, codes: Iterable[str]) -> None:
    running = Clock.objects.running().filter(case=case, rule__in=list(codes))
    running.update(met_at=clock.now())


def follow_the_track(case: Case) -> None:
    """Whoever is helped no more is not assessed again; whoever is helped anew is not followed up.

    Called with each change of a file.
    """
    if case.support == State.ENDED:
        meet(case, [AGAIN])
    elif case.support:
        meet(case, follow_up_codes())
