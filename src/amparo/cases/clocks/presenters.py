"""Clocks as the desk shows them: what is due, what stands still, what is somebody's right."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act, Standing, may
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import extended, running_clocks
from amparo.cases.clocks.rules import is_duty, name_of, rule_of
from amparo.cases.models import Case
from amparo.design.parts import Task, Tone, Words

UNITS: dict[str, Words] = {
    "hours": _("hours"),
    "days": _("days"),
    "working_days": _("working days"),
}


@dataclass(frozen=True)
class Running:
    """One clock of a file: `note` says what kind of time it is, `longer` leads to more of it."""

    title: str
    due_at: datetime
    duty: bool
    note: Words
    longer: str


def running(case: Case, standing: Standing, now: datetime) -> list[Running]:
    given = extended(case) if may(standing, Act.EXTEND_CLOCK) else None
    return [
        Running(
            name_of(row.rule), row.due_at, is_duty(row.rule) and not row.paused_at, _note(row),
            "" if given is None else _longer(case, row, now, given),
        )
        for row in running_clocks(case)
    ]  # fmt: skip


def _note(row: Clock) -> Words:
    if row.paused_at:
        return _("stands still, and goes on later")
    return "" if is_duty(row.rule) else _("a time that the person has")


def _longer(case: Case, row: Clock, now: datetime, given: dict[str, int]) -> str:
    if row.paused_at or row.due_at < now or left(row.rule, given) <= 0:
        return ""
    return reverse("cases:extend", args=[case.reference, row.rule])


def left(code: str, given: dict[str, int]) -> int:
    """By how many units a clock may still be made longer, of which so many were `given`."""
    rule = rule_of(code)
    return rule.extend - given.get(code, 0) if rule else 0


@dataclass(frozen=True)
class NextClock:
    title: Words
    due_at: datetime
    tone: Tone
    deadline: bool


def next_clock(clocks: list[Clock], now: datetime) -> NextClock | None:
    """The clock to speak of first: the soonest, be it somebody's duty or the person's time."""
    # A time that the person had and that is over says nothing of what comes next.
    ticking = [r for r in clocks if not r.paused_at and (is_duty(r.rule) or r.due_at > now)]
    chosen = min(ticking, key=lambda row: row.due_at, default=None)
    if chosen is None:
        return None
    duty = is_duty(chosen.rule)
    tone: Tone = "info" if not duty else "danger" if chosen.due_at < now else "warn"
    return NextClock(name_of(chosen.rule), chosen.due_at, tone, duty)


def task(row: Clock) -> Task:
    href = reverse("cases:detail", args=[row.case.reference])
    said = f"{row.case.reference} “{row.case.pseudonym}”"
    return Task(name_of(row.rule), href, said, row.due_at)
