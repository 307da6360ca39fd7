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
from amparo.design.parts import Task, Words

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
    extends = may(standing, Act.EXTEND_CLOCK)
    return [
        Running(
            name_of(row.rule), row.due_at, is_duty(row.rule) and not row.paused_at, _note(row),
            _longer(case, row, now) if extends else "",
        )
        for row in running_clocks(case)
    ]  # fmt: skip


def _note(row: Clock) -> Words:
    if row.paused_at:
        return _("stands still, and goes on later")
    return "" if is_duty(row.rule) else _("a time that the person has")


def _longer(case: Case, row: Clock, now: datetime) -> str:
    if row.paused_at or row.due_at < now or left(case, row.rule) <= 0:
        return ""
    return reverse("cases:extend", args=[case.reference, row.rule])


def left(case: Case, code: str) -> int:
    """By how many units this clock of the file may still be made longer."""
    rule = rule_of(code)
    return rule.extend - extended(case, code) if rule and rule.extend else 0


def task(row: Clock) -> Task:
    href = reverse("cases:detail", args=[row.case.reference])
    said = f"{row.case.reference} “{row.case.pseudonym}”"
    return Task(name_of(row.rule), href, said, row.due_at)
