from django.utils.translation import gettext as _

from amparo.cases.child.models import BestInterests
from amparo.cases.child.queries import interests_of
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import day_of

LATER = BestInterests.Outcome.LATER


def section(reader: Reader) -> Section:
    decided = interests_of(reader.case)
    ways = reader.ways("interests") if reader.case.treated_as_child else []
    return Section(
        _("Best interests"), "heart-handshake", list(map(_row, decided)),
        _("No decision was recorded with its options and the child’s words."), ways,
        _step(reader, decided),
    )  # fmt: skip


def _row(row: BestInterests) -> Row:
    heard = _("The child was heard.") if row.heard else label("unheard_reasons", row.unheard)
    what = f"{label('interest_subjects', row.subject)}: {row.get_outcome_display()}."
    return Row(
        tokens.day(day_of(row.at)), f"{what} {label('interest_deciders', row.decider)}. {heard}"
    )


def _step(reader: Reader, decided: list[BestInterests]) -> Task:
    title, ways = _("Best interests"), reader.ways("interests")
    if not decided:
        return step(
            title, _("nothing weighed yet"), "warn", ways, note=_("Begin with where they live")
        )
    last = {row.subject: row for row in reversed(decided)}
    if waiting := [row.subject for row in last.values() if row.outcome == LATER]:
        note = "; ".join(label("interest_subjects", subject) for subject in waiting)
        return step(title, _("to be decided"), "warn", ways, note=note)
    return step(title, _("recorded"), "good", ways)
