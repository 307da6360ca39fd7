from django.utils.translation import gettext as _

from amparo.cases.child.actions.detention import ALARM
from amparo.cases.child.models import Detention
from amparo.cases.child.queries import open_detentions
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label


def section(reader: Reader) -> Section:
    held = open_detentions(reader.case)
    ways = [way for row in held for way in ending(reader, row)]
    if reader.case.treated_as_child:
        ways += reader.ways("detention")
    return Section(
        _("Detention"), "lock", [_row(row) for row in held],
        _("The child is held nowhere, as far as this file knows."), ways, _step(reader, held),
    )  # fmt: skip


def ending(reader: Reader, row: Detention) -> list[Way]:
    return reader.way("detention-end", row.pk)


def _row(row: Detention) -> Row:
    return Row(label("detention_places", row.place), tokens.moment(row.since))


def alarm(reader: Reader, held: list[Detention]) -> Task:
    """The first hour that somebody was held counts, wherever they were taken since."""
    ways, running = ending(reader, held[0]), running_clocks(reader.case)
    due = next((row.due_at for row in running if row.rule == ALARM), None)
    return Task(
        _("The child is detained: the last resort, for the shortest time"),
        ways[0].href if ways else "", label("detention_places", held[-1].place),
        due, _("detained"), "warn",
    )  # fmt: skip


def _step(reader: Reader, held: list[Detention]) -> Task:
    return alarm(reader, held) if held else Task(_("Detention"), state=_("none"), tone="good")
