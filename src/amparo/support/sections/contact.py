from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.people.country import day_of
from amparo.support.models import SafeContact
from amparo.support.models.contact import NO_WAY
from amparo.support.queries import safe_contact
from amparo.support.words import contact, yes


def section(reader: Reader) -> Section:
    row = safe_contact(reader.case)
    return Section(
        _("Safe contact"), "phone", _rows(row) if row else [], contact(None),
        reader.ways("contact"), _step(reader, row),
    )  # fmt: skip


def _rows(row: SafeContact) -> list[Row]:
    rows = [Row(_("How"), label("contact_channels", row.channel))]
    if row.channel != NO_WAY:
        rows += [
            Row(_("When"), label("contact_times", row.when) if row.when else _("not said")),
            Row(_("Who may answer"), label("contact_answers", row.answers)),
            Row(_("May a message be left?"), yes(row.message)),
        ]
    return [*rows, Row(_("Since"), tokens.day(day_of(row.at)))]


def _step(reader: Reader, row: SafeContact | None) -> Task:
    title, ways = _("Safe contact"), reader.ways("contact")
    if row is None:
        return step(title, _("to ask"), "warn", ways, note=_("Until then nobody gets in touch"))
    if row.channel == NO_WAY:
        return step(title, _("none"), "warn", ways, note=_("Nobody gets in touch"))
    return step(title, _("known"), "good", ways)
