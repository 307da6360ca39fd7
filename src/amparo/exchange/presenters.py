"""What a look at files of another system says, and the page of a file about where it came from."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from amparo.access.policy import Act, Standing, may
from amparo.cases.models import Case
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design import tokens
from amparo.design.parts import Column, Row, Table, Task
from amparo.exchange.arriving.looking import Look
from amparo.exchange.formats import Fault
from amparo.exchange.formats.writing import MAIN
from amparo.exchange.leaving import CODE
from amparo.exchange.mapping import Field, standard
from amparo.exchange.queries import origin_of
from amparo.links import presenters as same
from amparo.people.codes import label
from amparo.people.country import day_of
from amparo.rights.copy_exports.queries import RECIPIENTS, exports_of


def look_words(look: Look) -> dict[str, Any]:
    """What would come of it, what is in the way, and what is kept without a field."""
    return {
        "look": look,
        "found": _found(look),
        "faults": _faults(look.faults) if look.faults else None,
        "notes": _notes(look),
        "known": _pairs(look.here, _("Brought in before, left as it is")),
        "alike": _pairs({k: ", ".join(v) for k, v in look.alike.items()}, _("Perhaps the same")),
        "kept": _kept(look),
        "unknown": look.unknown,
        "tables": look.unknown_tables,
    }


def batch_rows(files: Sequence[Case], standing: Standing) -> list[dict[str, Any]]:
    """Each file that came, and what is due where it may be of a person who has a file already."""
    return [{"file": file, "tasks": same.tasks(file, standing)} for file in files]


def _found(look: Look) -> str:
    if look.faults:
        count = len(look.drafts)
        return ngettext("%(count)s file was read.", "%(count)s files were read.", count) % {
            "count": count
        }
    count = len(look.new)
    return ngettext(
        "%(count)s file would be brought in.", "%(count)s files would be brought in.", count
    ) % {"count": count}


def _faults(faults: list[Fault]) -> Table:
    return Table(
        _("What to mend first"),
        [Column(_("Row")), Column(_("Sheet")), Column(_("File")), Column(_("Field")),
         Column(_("What to do"))],
        [[each.row, f"{each.table or MAIN}", each.case, each.field, each.text] for each in faults],
    )  # fmt: skip


def _notes(look: Look) -> Table | None:
    rows = [
        [draft.record.id, note.field, note.cell, note.text]
        for draft in look.drafts
        for note in draft.notes
    ]
    columns = [Column(_("File")), Column(_("Field")), Column(_("Says")), Column(_("Taken as"))]
    return Table(_("Codes that no list here has"), columns, rows) if rows else None


def _pairs(found: dict[str, str], what: str) -> Table | None:
    rows = [[number, said] for number, said in found.items()]
    return Table(what, [Column(_("File there")), Column(_("File here"))], rows) if rows else None


def _kept(look: Look) -> list[Row]:
    language = get_language() or "en"
    return [
        Row(each.code, each.reason.say(language) if each.reason else "")
        for each in look.without_a_field
    ]


def page(reader: Reader) -> dict[str, Any]:
    return {"sections": [_came(reader), _left(reader), _map()]}


def tasks(case: Case, standing: Standing) -> list[Task]:
    """Nothing is asked for: a signal has its own task, whatever it came by."""
    return []


def _came(reader: Reader) -> Section:
    origin, title = origin_of(reader.case), _("Where this file comes from")
    if origin is None:
        return Section(title, "upload", [], _("It was opened here."))
    return Section(
        title,
        "upload",
        [
            Row(_("System"), origin.source),
            Row(_("Brought in"), tokens.day(day_of(origin.at))),
            Row(_("By"), str(origin.by)),
        ],
    )


def _left(reader: Reader) -> Section:
    rows = [
        Row(label(RECIPIENTS, row.recipient), tokens.day(day_of(row.at)))
        for row in exports_of(reader.case)
        if row.shape == CODE
    ]
    return Section(
        _("Records asked for, and for whom"),
        "send",
        rows,
        _("Nobody has asked for records of this file."),
        _way_to_ask(reader),
    )


def _way_to_ask(reader: Reader) -> list[Way]:
    if not may(reader.standing, Act.EXPORT_COPY):
        return []
    href = reverse("rights:ask_copy", args=[reader.case.reference])
    return [Way(_("Ask for records for another system"), href)]


def _map() -> Section:
    known = standard()
    numbers = {"mapped": len(known.mapped()), "all": len(known.of_the_standard())}
    said = _("%(mapped)s of %(all)s fields; the others are listed with the reason.") % numbers
    rows = [Row(f"HTCDS {known.version}", said), *_reasons(known.unmapped())]
    return Section(_("What goes out, and what does not"), "list-check", rows)


def _reasons(fields: Sequence[Field]) -> list[Row]:
    """The fields that stand nowhere here, by the reason why not."""
    language = get_language() or "en"
    by_reason: dict[str, list[str]] = {}
    for each in fields:
        if each.reason:
            by_reason.setdefault(each.reason.say(language), []).append(each.code)
    return [Row(", ".join(codes), reason) for reason, codes in by_reason.items()]
