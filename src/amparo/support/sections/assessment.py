from django.utils.translation import gettext as _

from amparo.cases.clocks.queries import running_clocks
from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.country import day_of
from amparo.support.models import NeedsAssessment
from amparo.support.models.assessment import ACUTE
from amparo.support.queries import again_clock, last_assessment

FIRST = "needs_assessed"


def section(reader: Reader) -> Section:
    row = last_assessment(reader.case)
    ways = [] if reader.case.support == State.ENDED else reader.ways("assess")
    return Section(
        _("Needs and risks"), "list-check", _rows(reader, row) if row else [],
        _("Nobody has asked the person yet what they need, and who is in danger."), ways,
        _step(reader, row),
    )  # fmt: skip


def _rows(reader: Reader, row: NeedsAssessment) -> list[Row]:
    rows = [
        Row(_("Assessed"), tokens.day(day_of(row.at))),
        Row(_("Needs"), _named("services", row.needs) or _("none")),
        Row(_("Is the person in danger?"), label("danger_answers", row.danger_self)),
        Row(_("Is anybody of their family?"), label("danger_answers", row.danger_family)),
        Row(_("Is anybody who helps?"), label("danger_answers", row.danger_staff)),
    ]
    if row.measures:
        rows.append(Row(_("Done against it"), _named("risk_measures", row.measures)))
    rows.append(Row(_("Interpreter"), label("talk_interpreters", row.interpreter)))
    if row.listeners:
        rows.append(Row(_("Who else was there"), _named("talk_listeners", row.listeners)))
    if again := again_clock(reader.case):
        rows.append(Row(_("To be assessed again by"), tokens.day(again.due_at)))
    return rows


def _named(codes: str, chosen: list[str]) -> str:
    return "; ".join(label(codes, code) for code in chosen)


def task(reader: Reader) -> Task | None:
    """The first assessment of whoever is helped, or the next one once it is due."""
    support, ways = reader.case.support, reader.ways("assess")
    if not ways or support in ("", State.ENDED):
        return None
    if last_assessment(reader.case) is None:
        due = next((r.due_at for r in running_clocks(reader.case) if r.rule == FIRST), None)
        return Task(ways[0].title, ways[0].href, _("Support has begun"), due)
    again = again_clock(reader.case)
    if again is None or again.due_at > clock.now():
        return None
    return Task(_("Assess needs and risks again"), ways[0].href, _("Support"), again.due_at)


def _step(reader: Reader, row: NeedsAssessment | None) -> Task:
    title, ways = _("Needs and risks"), reader.ways("assess")
    if reader.case.support == State.ENDED:
        return step(title, _("support has ended"), "plain", [])
    if row is None:
        return step(title, _("to assess"), "warn", ways)
    again = again_clock(reader.case)
    due = again.due_at if again else None
    href = ways[0].href if ways else ""
    if ACUTE in row.dangers:
        note = _named("risk_measures", row.measures)
        return Task(title, href, note, due, _("somebody is in danger"), "danger")
    if again and again.due_at <= clock.now():
        return Task(title, href, "", due, _("to assess again"), "warn")
    return Task(title, href, "", due, _("assessed"), "good")
