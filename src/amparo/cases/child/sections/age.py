from django.utils.translation import gettext as _

from amparo.cases.child.models import AgeDecision
from amparo.cases.child.queries import last_age_decision, open_appeal
from amparo.cases.child.words import AGE_DECIDED
from amparo.cases.models import AgeStatus
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import day_of


def section(reader: Reader) -> Section:
    case, decision = reader.case, last_age_decision(reader.case)
    rows = [Row(_("Age"), case.get_age_status_display())]
    if decision:
        rows += _decided(decision)
    if appeal := open_appeal(case):
        rows.append(Row(_("Contested by"), appeal.get_lodged_by_display()))
    may_contest = decision and not hasattr(decision, "contested")
    deeds = ("age", "appeal") if may_contest else ("age",)
    return Section(_("Age"), "scale", rows, ways=reader.ways(*deeds), step=_step(reader))


def _decided(decision: AgeDecision) -> list[Row]:
    return [
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


def _step(reader: Reader) -> Task:
    title, ways = _("Age"), reader.ways("age")
    if open_appeal(reader.case):
        return step(title, _("contested"), "warn", ways, note=_("Somebody else decides anew"))
    if reader.case.age_status == AgeStatus.NOT_SURE:
        return step(
            title, _("not sure"), "warn", ways, note=_("Protected as a child until decided")
        )
    return step(title, _("recorded"), "good", ways)
