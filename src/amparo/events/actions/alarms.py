"""The clock that an event starts, and those who are told of it in the same moment."""

from collections.abc import Iterable

from django.db import transaction

from amparo.access.mail import call_to_desk
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import due
from amparo.cases.models import Case
from amparo.cases.notices.actions import tell_at_once
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User


def start(case: Case, code: str) -> None:
    """One at a time: what runs already runs on from where it began."""
    if running(case, code) is None:
        until = due(country().clocks[code], clock.now())
        Clock.objects.create(case=case, rule=code, started_at=clock.now(), due_at=until)


def running(case: Case, code: str) -> Clock | None:
    return Clock.objects.running().filter(case=case, rule=code).first()


def stop(case: Case, code: str) -> None:
    Clock.objects.running().filter(case=case, rule=code).update(met_at=clock.now())


def tell(case: Case, code: str, people: Iterable[User]) -> None:
    """In the product now; by mail, without a word of the case, once it is written."""
    row = running(case, code)
    assert row is not None  # noqa: S101  the effect that starts it stands before those that tell
    told = [user.email for user in people if tell_at_once(user, row)]
    transaction.on_commit(lambda: call_to_desk(told), robust=True)
