from django.utils.translation import gettext as _

from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import name_of
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.country import day_of
from amparo.stay.models import Arrival, ReturnVisit
from amparo.stay.queries import ARRIVAL, hanging, last_arrival, newest_arrival, visits_of


def section(reader: Reader) -> Section:
    running, last = last_arrival(reader.case), newest_arrival(reader.case)
    rows = [Row(name_of(r.rule), tokens.day(day_of(r.due_at))) for r in _waiting(reader, running)]
    for each in visits_of(last) if last else []:
        rows += _visit_rows(each)
    if last and hasattr(last, "end") and last.end.reason:
        rows.append(Row(_("Ended early"), label("monitoring_ends", last.end.reason)))
    ways = reader.ways("visit", "monitoring-end") if running else []
    return Section(
        _("After the return"), "users", rows,
        _("Once the arrival is confirmed, somebody asks for a year how the person is."), ways,
        _step(reader, running),
    )  # fmt: skip


def _waiting(reader: Reader, running: Arrival | None) -> list[Clock]:
    return hanging(reader.case, ARRIVAL) if running else []


def _visit_rows(row: ReturnVisit) -> list[Row]:
    if not row.reached:
        return [Row(tokens.day(day_of(row.at)), _("Nobody was reached."))]
    rows = [Row(tokens.day(day_of(row.at)), label("safety_answers", row.safe))]
    if row.needs:
        rows.append(Row(_("Needs"), "; ".join(label("services", code) for code in row.needs)))
    return rows


def _step(reader: Reader, running: Arrival | None) -> Task | None:
    if running is None:
        return None
    title, waiting = _("After the return"), hanging(reader.case, ARRIVAL)
    if not waiting:
        return step(title, _("each question was answered"), "info", reader.ways("monitoring-end"))
    first = waiting[0]
    ways = reader.ways("visit")
    if first.due_at < clock.now():
        return step(title, _("somebody is to ask"), "warn", ways, note=name_of(first.rule))
    return step(title, _("in course"), "info", ways, note=name_of(first.rule))
