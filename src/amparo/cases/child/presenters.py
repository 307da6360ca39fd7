"""The page of the Child route: a banner, then panels of plain rows, each with what one can do."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import Standing, may
from amparo.cases.child.deeds import DEEDS
from amparo.cases.child.models import Guardian
from amparo.cases.child.queries import (
    guardian_of,
    last_age_decision,
    last_guardian_step,
    open_appeal,
)
from amparo.cases.child.words import AGE_DECIDED, GUARDIAN_STEPS
from amparo.cases.machine import State
from amparo.cases.models import AgeStatus, Case
from amparo.cases.queries import erased
from amparo.design import tokens
from amparo.design.parts import Row, Task, Tone, Words
from amparo.people.codes import label
from amparo.people.country import day_of
from amparo.people.models import User


@dataclass(frozen=True)
class Way:
    """A link to something one can write down."""

    title: Words
    href: str


@dataclass(frozen=True)
class Section:
    title: Words
    icon: str
    rows: list[Row]
    empty: Words = ""
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Banner:
    title: Words
    text: Words
    tone: Tone


def page(case: Case, standing: Standing) -> dict[str, Any]:
    reader = Reader(case, standing)
    return {"banner": banner(case), "sections": [age(reader), guardian(reader)]}


@dataclass(frozen=True)
class Reader:
    """Whoever looks at a case: which of its deeds they may do."""

    case: Case
    standing: Standing

    def ways(self, *deeds: str) -> list[Way]:
        if self.case.identification == State.CLOSED or erased(self.case):
            return []
        return [
            Way(DEEDS[name].title, href(self.case, name))
            for name in deeds
            if may(self.standing, DEEDS[name].act)
        ]


def href(case: Case, deed: str) -> str:
    return reverse("cases:child_deed", args=[case.reference, deed])


def banner(case: Case) -> Banner:
    if open_appeal(case):
        return Banner(
            _("Protected as a child"),
            _("The decision on the age is contested: until somebody else has decided, the person"
              " has a child’s protection."),
            "warn",
        )  # fmt: skip
    if case.age_status == AgeStatus.NOT_SURE:
        return Banner(
            _("Protected as a child"),
            _("The age is not sure: the person is treated as a child until a decision on age."),
            "warn",
        )
    if case.age_status == AgeStatus.CHILD:
        return Banner(
            _("A child"),
            _("The person is a child: the child's best interests come first."),
            "info",
        )
    return Banner(
        _("An adult"),
        _("The person is recorded as an adult. Where that is in doubt, record it: doubt protects."),
        "info",
    )


def age(reader: Reader) -> Section:
    case, decision = reader.case, last_age_decision(reader.case)
    rows = [Row(_("Age"), case.get_age_status_display())]
    if decision:
        rows += [
            Row(_("Last decision"), AGE_DECIDED[decision.result]),
            Row(_("Since"), tokens.day(day_of(decision.at))),
            Row(_("By whom"), label("age_authorities", decision.authority)),
            Row(_("Looked at"), "; ".join(label("age_methods", m) for m in decision.methods)),
            Row(
                _("Benefit of the doubt"),
                _("applied") if decision.benefit_of_doubt else _("not needed"),
            ),
            Row(_("Explained in"), label("languages", decision.language)),
        ]
    if appeal := open_appeal(case):
        rows.append(Row(_("Contested by"), appeal.get_lodged_by_display()))
    may_contest = decision and not hasattr(decision, "contested")
    deeds = ("age", "appeal") if may_contest else ("age",)
    return Section(_("Age"), "scale", rows, ways=reader.ways(*deeds))


NEXT = {
    "": ("guardian-request", "guardian-appoint"),
    Guardian.State.REQUESTED: ("guardian-appoint",),
    Guardian.State.APPOINTED: ("guardian-end",),
    Guardian.State.ENDED: ("guardian-request", "guardian-appoint"),
}


def guardian(reader: Reader) -> Section:
    case, last = reader.case, last_guardian_step(reader.case)
    rows = []
    if last:
        rows.append(Row(_("Guardian"), GUARDIAN_STEPS[last.state]))
        rows.append(Row(_("Since"), tokens.day(day_of(last.at))))
        if last.office:
            rows.append(Row(_("From"), label("guardian_offices", last.office)))
        if last.reason:
            rows.append(Row(_("Why"), label("guardian_end_reasons", last.reason)))
    open_to = case.treated_as_child or guardian_of(case)
    deeds = NEXT[last.state if last else ""] if open_to else ()
    return Section(
        _("Guardian"), "shield-check", rows,
        _("Nobody speaks for the child yet: ask for a guardian now."), reader.ways(*deeds),
    )  # fmt: skip


def tasks(case: Case, standing: Standing) -> list[Task]:
    """What the Child route asks of this reader now."""
    if case.identification == State.CLOSED or not case.treated_as_child:
        return []
    last = last_guardian_step(case)
    wanted = {
        "": ("guardian-request", _("Child route")),
        Guardian.State.REQUESTED: ("guardian-appoint", ""),
        Guardian.State.ENDED: ("guardian-request", _("The last guardianship has ended")),
    }.get(last.state if last else "")
    if wanted is None or not may(standing, DEEDS[wanted[0]].act):
        return []
    return [Task(DEEDS[wanted[0]].title, href(case, wanted[0]), wanted[1])]


def panel(case: Case, user: User) -> dict[str, Any]:
    """On the case page: how the child is protected, and the way to the route."""
    last = last_guardian_step(case)
    said = GUARDIAN_STEPS[last.state] if last else _("Nobody speaks for the child yet.")
    return {
        "shown": case.treated_as_child,
        "rows": [Row(_("Age"), case.get_age_status_display()), Row(_("Guardian"), said)],
    }
