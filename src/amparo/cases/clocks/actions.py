from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.clocks import rules
from amparo.cases.clocks.models import Clock, Extension
from amparo.cases.clocks.queries import extended
from amparo.cases.clocks.turning import Time, held_until, turned, turned_by_age
from amparo.cases.models import Case
from amparo.cases.queries import case_with, way_of
from amparo.design.tokens import day_in_words
from amparo.methods import clock
from amparo.people.country import day_of
from amparo.people.models import User


def turn(case: Case, track: str, state: str, *, at: datetime) -> None:
    """Bring the clocks of a file to what its new state says, in the transaction of the step."""
    rows = _running(case)
    child = case.treated_as_child
    _keep_all(case, rows, turned(map(_time, rows.values()), track, state, at=at, child=child))


def turn_by_age(case: Case, *, at: datetime) -> None:
    """Bring them to what a decision on the age says, in the transaction of that decision."""
    rows, way = _running(case), way_of(case)
    child = case.treated_as_child
    _keep_all(case, rows, turned_by_age(map(_time, rows.values()), way, at=at, child=child))


def _running(case: Case) -> dict[str, Clock]:
    return {row.rule: row for row in Clock.objects.running().filter(case=case)}


def _keep_all(case: Case, rows: Mapping[str, Clock], times: Iterable[Time]) -> None:
    for time in times:
        _keep(case, time, rows.get(time.rule))


def _time(row: Clock) -> Time:
    return Time(
        row.rule, row.started_at, row.due_at, row.paused_at, row.met_at, tuple(row.holds)
    )  # fmt: skip


def _keep(case: Case, time: Time, row: Clock | None) -> None:
    if row is not None and time.started_at == row.started_at:
        if time != _time(row):
            row.due_at, row.paused_at, row.met_at = time.due_at, time.paused_at, time.met_at
            row.save(update_fields=["due_at", "paused_at", "met_at"])
        return
    Clock.objects.create(
        case=case, rule=time.rule, started_at=time.started_at, due_at=time.due_at,
        holds=list(time.holds),
    )  # fmt: skip


def refuse_if_held(case: Case, state: str) -> None:
    """Council of Europe Convention, art. 13: at least thirty days, and nobody may waive them.

    The database refuses it too, whatever way the row comes.
    """
    running = map(_time, Clock.objects.running().filter(case=case))
    if end := held_until(running, state, clock.now()):
        raise Refused(
            _("The protected period runs until %(day)s: no final decision before its end.")
            % {"day": day_in_words(day_of(end))}
        )


@action
def extend(case: Case, code: str, *, by: User, amount: int, reason: str) -> Extension:
    """Give more time, before it has run out and within what the pack allows all in all."""
    require_on_case(by, Act.EXTEND_CLOCK, case.pk)
    case = case_with(case.pk)
    row = Clock.objects.running().filter(case=case, rule=code).first()
    rule = rules.rule_of(code)
    if row is None or rule is None:
        raise Refused(_("This time has ended already."))
    _refuse_extension(row, amount, rule.extend - extended(case).get(code, 0))
    row.due_at = rules.longer(rule, row.due_at, amount)
    row.save(update_fields=["due_at"])
    now = clock.now()
    given = Extension.objects.create(
        case=case, rule=code, amount=amount, until=row.due_at, reason=reason, at=now, by=by
    )
    record(f"extended: {code}", by=by, case=case.pk, thing=given, purpose=reason)
    return given


def _refuse_extension(row: Clock, amount: int, left: int) -> None:
    if row.due_at < clock.now():
        raise Refused(_("This time has run out already: it can no longer be made longer."))
    if row.paused_at:
        raise Refused(_("This time stands still now: make it longer once it runs again."))
    if amount > left:
        raise Refused(_("The rules leave at most %(left)s more.") % {"left": left})
