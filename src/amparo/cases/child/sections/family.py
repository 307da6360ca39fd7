from django.utils.translation import gettext as _

from amparo.cases.child.models import FamilyTracing
from amparo.cases.child.queries import last_family_step
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.country import day_of

State, Danger = FamilyTracing.State, FamilyTracing.Danger


def section(reader: Reader) -> Section:
    last = last_family_step(reader.case)
    rows = _rows(last) if last else []
    deeds = ("family-step", "family-risk") if last else ("family-risk",)
    return Section(
        _("Family"), "users", rows,
        _("Nobody looks for the family before it is answered whether that could be a danger."),
        reader.ways(*deeds) if reader.case.treated_as_child else [], _step(reader, last),
    )  # fmt: skip


def _rows(last: FamilyTracing) -> list[Row]:
    return [
        Row(_("Where it stands"), last.get_state_display()),
        Row(_("Since"), tokens.day(day_of(last.at))),
        Row(_("Could it be a danger?"), last.get_danger_display()),
        Row(_("Does the child wish it?"), _("yes") if last.wished else _("no")),
    ]


def _step(reader: Reader, last: FamilyTracing | None) -> Task:
    title, risk = _("Family"), reader.ways("family-risk")
    if last is None or last.danger == Danger.UNKNOWN:
        return step(title, _("risk to answer"), "warn", risk, note=_("No search before that"))
    if last.danger == Danger.SOME or not last.wished:
        return step(title, _("no search"), "info", risk, note=_("Ask anew when things change"))
    if last.state in (State.RISK, State.REQUESTED):
        return step(title, last.get_state_display(), "info", reader.ways("family-step"))
    return step(title, last.get_state_display(), "good", [])
