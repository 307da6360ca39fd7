from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import day_of, today
from amparo.stay.models import Stay
from amparo.stay.queries import (
    STAY_END,
    asked_for_renewal,
    hanging,
    is_away,
    stay_today,
    stays_of,
    steps_of,
)
from amparo.stay.words import STAY_STEPS, STAYS


def section(reader: Reader) -> Section:
    lasting = stay_today(reader.case)
    ways = reader.way("stay-step", lasting.pk) if lasting else []
    rows = [row for stay in stays_of(reader.case) for row in _rows(stay)]
    alarms = [
        Row(_("Next alarm"), tokens.day(day_of(row.due_at)))
        for row in hanging(reader.case, STAY_END)[:1]
    ]
    return Section(
        _("Stay"), "calendar", [*alarms, *rows],
        _("Neither a stay for reflection nor a permit is recorded."),
        [*ways, *reader.ways("reflection", "permit")], _step(reader, lasting),
    )  # fmt: skip


def _rows(stay: Stay) -> list[Row]:
    ground = label("stay_grounds", stay.ground) if stay.ground else _("to recover and to think")
    return [
        Row(STAYS[stay.kind], ground),
        Row(_("From"), tokens.day(stay.since)),
        Row(_("Until"), tokens.day(stay.until)),
        *(Row(STAY_STEPS[each.what], tokens.day(day_of(each.at))) for each in steps_of(stay)),
    ]


def _step(reader: Reader, lasting: Stay | None) -> Task:
    title = _("Stay")
    if lasting is None:
        if is_away(reader.case):
            return step(title, _("the person has left"), "good", [])
        if reader.case.residence == State.NATIONAL:
            return step(title, _("nothing is needed"), "good", [])
        return step(title, _("none recorded"), "warn", reader.ways("reflection"))
    ways = reader.way("stay-step", lasting.pk)
    note = _("%(what)s until %(day)s") % {
        "what": STAYS[lasting.kind], "day": tokens.day_in_words(lasting.until),
    }  # fmt: skip
    if asked_for_renewal(lasting):
        return step(title, _("renewal asked for"), "info", ways, note=note)
    alarms = hanging(reader.case, STAY_END)
    if alarms and day_of(alarms[0].due_at) <= today():
        left = _("ends in %(days)s days") % {"days": (lasting.until - today()).days}
        return step(title, left, "warn", ways, note=note)
    return step(title, _("recorded"), "good", [], note=note)
