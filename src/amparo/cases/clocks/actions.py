from datetime import datetime

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.clocks import rules
from amparo.cases.clocks.models import Clock, Extension
from amparo.cases.clocks.queries import extended
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.country import day_of
from amparo.people.models import User
from amparo.vocab.clocks import ClockRule


def turn(case: Case, track: str, state: str, *, at: datetime) -> None:
    """Bring the clocks of a file to what its new state says, in the transaction of the step."""
    running = list(Clock.objects.running().filter(case=case))
    for row in running:
        rule = rules.rule_of(row.rule)
        if state == State.CLOSED:
            _met(row, at)
        elif rule and rule.track == track:
            _turn(row, rule, state, at)
    going = {row.rule for row in running if row.met_at is None}
    for rule in rules.started_by(track, state, child=case.treated_as_child):
        if rule.code not in going:
            _start(case, rule, at)


def _start(case: Case, rule: ClockRule, at: datetime) -> None:
    due = rules.due(rule, at)
    Clock.objects.create(
        case=case, rule=rule.code, started_at=at, due_at=due, holds=list(rule.holds)
    )


def _turn(row: Clock, rule: ClockRule, state: str, at: datetime) -> None:
    if state in rule.ends:
        _met(row, at)
    elif state in rule.pauses:
        _pause(row, at)
    elif row.paused_at:
        row.due_at = rules.due_again(rule, row.due_at, paused=row.paused_at, resumed=at)
        row.paused_at = None
        row.save(update_fields=["due_at", "paused_at"])


def _met(row: Clock, at: datetime) -> None:
    row.met_at = at
    row.save(update_fields=["met_at"])


def _pause(row: Clock, at: datetime) -> None:
    if row.paused_at is None:
        row.paused_at = at
        row.save(update_fields=["paused_at"])


def refuse_if_held(case: Case, state: str) -> None:
    """Council of Europe Convention, art. 13: at least thirty days, and nobody may waive them.

    The database refuses it too, whatever way the row comes.
    """
    held = Clock.objects.running().filter(case=case, holds__contains=[state])
    last = held.order_by("due_at").last()
    if last and clock.now() < last.due_at:
        raise Refused(
            _("The protected period runs until %(day)s: no final decision before its end.")
            % {"day": day_of(last.due_at).isoformat()}
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
    _refuse_extension(row, amount, rule.extend - extended(case, code))
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
