from django.utils.translation import gettext as _

from amparo.cases.child.models import Encounter, EncounterEnd
from amparo.cases.child.queries import ended_encounters, guardian_of, open_encounters
from amparo.cases.child.words import ENCOUNTERS
from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design import tokens
from amparo.design.parts import Row, Task, Words
from amparo.people.codes import label, listed
from amparo.people.country import today


def section(reader: Reader) -> Section:
    waiting, over = open_encounters(reader.case), ended_encounters(reader.case)
    ways = [way for row in waiting for way in _close(reader, row)]
    if reader.case.treated_as_child:
        ways += reader.ways("meeting")
    return Section(
        _("Interviews, moves, steps of a return"), "calendar",
        [*map(_waiting, waiting), *(row for each in over for row in _over(each))],
        _("Nobody has met the child, and nobody is to."), ways, _step(reader, waiting),
    )  # fmt: skip


def named(row: Encounter) -> Words:
    return _("%(what)s: %(office)s") % {
        "what": ENCOUNTERS[row.kind],
        "office": label("encounter_offices", row.office),
    }


def _close(reader: Reader, row: Encounter) -> list[Way]:
    title = _("Record how it went: %(meeting)s") % {"meeting": named(row)}
    return reader.way("meeting-end", row.pk, title)


def _waiting(row: Encounter) -> Row:
    return Row(tokens.day(row.day), _("%(meeting)s, still open") % {"meeting": named(row)})


def _over(row: EncounterEnd) -> list[Row]:
    who = _("With the guardian.")
    if not row.guardian_present:
        who = label("guardian_absences", row.absence) if row.absence else ""
    said = f"{named(row.encounter)}, {row.get_outcome_display()}. {who}"
    rows = [Row(tokens.day(row.encounter.day), said)]
    lacked = [code for code in listed("child_guarantees").codes if code not in row.guarantees]
    if row.outcome == EncounterEnd.Outcome.HELD and lacked:
        what = "; ".join(label("child_guarantees", code) for code in lacked)
        rows.append(Row(_("Lacked then"), what))
    return rows


def _step(reader: Reader, waiting: list[Encounter]) -> Task:
    title = _("Interviews, moves, steps of a return")
    if not waiting:
        return step(title, _("none is open"), "good", [])
    first = waiting[0]
    ways, note = _close(reader, first), named(first)
    if first.day <= today():
        return step(title, _("to close"), "warn", ways, note=note)
    if guardian_of(reader.case) is None:
        return step(title, _("waits for a guardian"), "warn", ways, note=note)
    return step(title, _("planned"), "info", ways, note=note)
