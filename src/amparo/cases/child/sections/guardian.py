from django.utils.translation import gettext as _

from amparo.cases.child.models import Guardian
from amparo.cases.child.queries import guardian_of, last_guardian_step
from amparo.cases.child.words import GUARDIAN_STEPS
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import day_of

State = Guardian.State
NEXT = {
    "": ("guardian-request", "guardian-appoint"),
    State.REQUESTED: ("guardian-appoint",),
    State.APPOINTED: ("guardian-end",),
    State.ENDED: ("guardian-request", "guardian-appoint"),
}


def section(reader: Reader) -> Section:
    case, last = reader.case, last_guardian_step(reader.case)
    rows = _rows(last) if last else []
    open_to = case.treated_as_child or guardian_of(case)
    deeds = NEXT[last.state if last else ""] if open_to else ()
    return Section(
        _("Guardian"), "shield-check", rows,
        _("Nobody speaks for the child yet: ask for a guardian now."), reader.ways(*deeds),
        _step(reader, last.state if last else ""),
    )  # fmt: skip


def _rows(last: Guardian) -> list[Row]:
    rows = [
        Row(_("Guardian"), GUARDIAN_STEPS[last.state]),
        Row(_("Since"), tokens.day(day_of(last.at))),
    ]
    if last.office:
        rows.append(Row(_("From"), label("guardian_offices", last.office)))
    if last.reason:
        rows.append(Row(_("Why"), label("guardian_end_reasons", last.reason)))
    return rows


def _step(reader: Reader, state: str) -> Task:
    title, ways = _("Guardian"), reader.ways(*NEXT[state])
    if state == State.APPOINTED:
        return step(title, _("appointed"), "good", ways)
    if state == State.REQUESTED:
        return step(
            title, _("asked for"), "warn", ways, note=_("No interview before somebody is there")
        )
    return step(title, _("nobody yet"), "warn", ways, note=_("First of all: ask for a guardian"))
