from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design.parts import Row, Task, Tone
from amparo.people.codes import label, listed
from amparo.support.models import Inclusion
from amparo.support.queries import last_inclusion

HERE = (State.IN_COURSE, State.INCLUSION)


def section(reader: Reader) -> Section:
    found = last_inclusion(reader.case)
    rows = [
        Row(label("inclusion_areas", area), label("inclusion_standings", row.standing))
        for area, row in found.items()
    ]
    return Section(
        _("Housing, work, schooling"), "home", rows,
        _("Nothing is written down yet of housing, work or schooling."),
        reader.ways("inclusion"), _step(reader, found),
    )  # fmt: skip


def _step(reader: Reader, found: dict[str, Inclusion]) -> Task:
    title = _("Housing, work, schooling")
    left = [area for area in listed("inclusion_areas").codes if area not in found]
    if not left:
        return step(title, _("recorded"), "good", [])
    note = "; ".join(label("inclusion_areas", area) for area in left)
    tone: Tone = "warn" if reader.case.support in HERE else "plain"
    return step(title, _("to ask"), tone, reader.ways("inclusion"), note=note)
