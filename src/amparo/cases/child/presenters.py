"""The Child route on a page of its own and on the case page: a banner, a task list, its parts."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.child.deeds import PAGE
from amparo.cases.child.models import Guardian
from amparo.cases.child.queries import (
    last_guardian_step,
    open_appeal,
    open_detentions,
    open_encounters,
)
from amparo.cases.child.sections import (
    age,
    detention,
    encounters,
    family,
    guardian,
    information,
    interests,
    of_age,
    recruited,
)
from amparo.cases.child.words import GUARDIAN_STEPS
from amparo.cases.models import AgeStatus, Case
from amparo.cases.pages.parts import Banner, Reader, Section
from amparo.design.parts import Row, Task
from amparo.people.country import today
from amparo.people.models import User

SECTIONS = (
    age, guardian, information, encounters, interests, family, detention, recruited,
)  # fmt: skip


def page(reader: Reader) -> dict[str, Any]:
    sections: list[Section] = [part.section(reader) for part in SECTIONS]
    steps = [s.step for s in sections if s.step and reader.case.treated_as_child]
    steps = [*of_age.tasks(reader), *steps]
    return {"banner": banner(reader.case), "steps": steps, "sections": sections}


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


def tasks(case: Case, standing: Standing) -> list[Task]:
    """What the Child route asks of this reader now, on the case page."""
    reader = Reader(case, standing, PAGE)
    if not reader.writes:
        return []
    held = open_detentions(case)
    alarm = [detention.alarm(reader, held)] if held else []
    return [*alarm, *of_age.tasks(reader), *_guardian(reader), *_meetings(reader)]


def _guardian(reader: Reader) -> list[Task]:
    if not reader.case.treated_as_child:
        return []
    last = last_guardian_step(reader.case)
    deed, note = {
        "": ("guardian-request", _("Child route")),
        Guardian.State.REQUESTED: ("guardian-appoint", ""),
        Guardian.State.ENDED: ("guardian-request", _("The last guardianship has ended")),
    }.get(last.state if last else "", ("", ""))
    return [Task(way.title, way.href, note) for way in reader.ways(*filter(None, [deed]))]


def _meetings(reader: Reader) -> list[Task]:
    """Those that took place, or should have, and that nobody has closed."""
    return [
        Task(way.title, way.href, encounters.named(row))
        for row in open_encounters(reader.case)
        if row.day <= today()
        for way in reader.way("meeting-end", row.pk)
    ]


def panel(case: Case, user: User) -> dict[str, Any]:
    """On the case page: how the child is protected, and the way to the route."""
    last = last_guardian_step(case)
    said = GUARDIAN_STEPS[last.state] if last else _("Nobody speaks for the child yet.")
    return {
        "shown": case.treated_as_child,
        "rows": [Row(_("Age"), case.get_age_status_display()), Row(_("Guardian"), said)],
    }
