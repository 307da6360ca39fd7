"""What the tests of this room ask of the rows behind a case, read as the bureau reads them."""

from datetime import datetime

from amparo.access.acting import acting_as
from amparo.cases.clocks.models import Clock
from amparo.cases.models import Case, Status
from amparo.cases.queries import cases_for
from support.cast import Cast


def stored(case: Case, cast: Cast) -> Case:
    with acting_as(cast.coordinator):
        return cases_for(cast.coordinator).get(pk=case.pk)


def statuses(case: Case, cast: Cast, track: str) -> list[Status]:
    with acting_as(cast.coordinator):
        return list(Status.objects.of(case).filter(track=track).order_by("number"))


def clocks_of(case: Case, cast: Cast) -> dict[str, Clock]:
    with acting_as(cast.coordinator):
        return {clock.rule: clock for clock in Clock.objects.filter(case=case)}


def met(case: Case, cast: Cast) -> dict[str, datetime | None]:
    return {rule: clock.met_at for rule, clock in clocks_of(case, cast).items()}
