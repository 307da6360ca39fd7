"""A file on its way into the directory, said in words and tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amparo.design import tokens
from amparo.design.forms import AmparoForm
from amparo.design.parts import Column, Row, Table, Task
from amparo.directory import regions
from amparo.directory.accreditations import has_ended, said
from amparo.directory.imports.columns import label as field_label
from amparo.directory.imports.columns import missing
from amparo.directory.imports.models import Deed, ImportBatch, ImportRow
from amparo.directory.imports.queries import (
    accreditations_that_end,
    rows_of,
    same_file,
    stored,
)
from amparo.directory.imports.words import DEEDS, FAULTS, STATES, STOPPED, counted
from amparo.methods.spreadsheet import Cell, as_csv
from amparo.people.codes import label
from amparo.people.country import day_of

SHOWN, MOST_FAULTS, MOST_ENDING = 10, 50, 50
# A worker takes what waits within seconds and goes on by the second; where nothing has moved for so
# long it has ended or none runs, and whoever asked may do it. Two at once are kept apart by a lock.
PATIENCE = timedelta(seconds=30)
STARTED = gettext_lazy("It has begun. You may leave this page and come back.")
DONE = gettext_lazy("It is done.")
THROWN_AWAY = gettext_lazy("It is thrown away. The directory is as it was.")


class ButtonForm(AmparoForm):
    """A button alone."""


def button() -> ButtonForm:
    return ButtonForm(auto_id=f"id_{uuid4().hex}_%s")


def address(batch: ImportBatch) -> str:
    return reverse("directory:import_batch", args=[batch.pk])


def files(found: Iterable[ImportBatch]) -> list[Task]:
    return [
        Task(
            title=f"{batch.source}: {batch.file_name}",
            href=address(batch),
            note=f"{tokens.day_in_words(day_of(batch.at))} · {batch.by} · {summary(batch)}",
            state=STATES[batch.state][0],
            tone=STATES[batch.state][1],
        )
        for batch in found
    ]


def ending() -> dict[str, Any]:
    """The accreditations that end, or have ended, of services that are offered."""
    found = accreditations_that_end()
    tasks = [
        Task(
            title=service.name,
            href=reverse("directory:detail", args=[service.slug]),
            note=f"{service.unit.organisation.name} · {regions.label(service.region)}",
            state=said(service),
            tone="danger" if has_ended(service) else "warn",
        )
        for service in found[:MOST_ENDING]
    ]
    return {"ending": tasks, "ending_number": found.count()}


def summary(batch: ImportBatch) -> str:
    """As in "312 new, 40 updated, 6 refused"."""
    if told := counts(batch):
        return ", ".join(told)
    rows = batch.rows_total
    return ngettext("%(n)s row", "%(n)s rows", rows) % {"n": number_format(rows)}


def counts(batch: ImportBatch) -> list[str]:
    found = [(Deed(deed), batch.counts.get(deed, 0)) for deed in Deed]
    return [
        counted(deed, number) % {"n": number_format(number)} for deed, number in found if number
    ]


def batch_page(batch: ImportBatch, now: datetime) -> dict[str, Any]:
    faults = rows_of(batch).refused()
    waits = batch.moves and batch.moved_at and batch.moved_at + PATIENCE < now
    return {
        "batch": batch,
        "state": STATES[batch.state],
        "about": _about(batch),
        "summary": summary(batch),
        "changes": batch.has_work,
        "stopped": STOPPED.get(batch.message, ""),
        "lacks": [field_label(code) for code in missing(batch.columns)],
        "before": same_file(batch),
        "preview": _preview(rows_of(batch)[:SHOWN]),
        "faults": _rows(faults[:MOST_FAULTS], _("Rows that are left out")),
        "notes": _notes(batch),
        "kept": _kept(rows_of(batch).left_as_they_are()[:MOST_FAULTS]),
        "waits": waits,
        "buttons": {name: button() for name in ("start", "now", "throw_away")},
    }


def alike(rows: Sequence[ImportRow]) -> dict[int, str]:
    """By its number, what each row is like, in words."""
    here = stored([row.alike for row in rows if row.alike])
    found = {}
    for row in rows:
        there = here.get(str(row.alike), {})
        found[row.number] = ", ".join(
            filter(None, [
                there.get("name_en", ""), label("services", there.get("kind", "")),
                regions.label(there.get("region", "")), there.get("phone", ""),
                there.get("unit__organisation__name_en", ""),
            ])
        )  # fmt: skip
    return found


def fault_file(batch: ImportBatch) -> bytes:
    header = [_("Row"), _("Number in the source"), _("Column"), _("What to do")]
    rows = rows_of(batch).exclude(faults=[], notes=[])
    lines: list[list[Cell]] = [
        [row.number, "" if row.key.startswith("=") else row.key, *_said(batch, code, what)]
        for row in rows.iterator(2000)
        for code, what in (*row.faults, *row.notes)
    ]
    return as_csv(header, lines).encode("utf-8-sig")


def _about(batch: ImportBatch) -> list[Row]:
    rows = [
        Row(_("Where it comes from"), batch.source),
        Row(_("File"), batch.file_name),
        Row(_("When"), tokens.moment(batch.at)),
        Row(_("By"), str(batch.by)),
    ]
    if batch.sheet:
        rows.append(Row(_("Sheet"), batch.sheet))
    left = [name for name in batch.headings if not batch.columns.get(name)]
    if left:
        rows.append(Row(_("Columns left out"), ", ".join(left)))
    return rows


def _preview(rows: Iterable[ImportRow]) -> Table | None:
    columns = [Column(_("Row")), Column(_("Name")), Column(_("Kind of service")),
               Column(_("Region")), Column(_("What it would do"))]  # fmt: skip
    cells = [
        [
            row.number, row.draft.get("name_en") or row.draft.get("name_fr", ""),
            label("services", row.draft.get("kind", "")),
            regions.label(row.draft.get("region", "")), DEEDS[row.deed],
        ]
        for row in rows
    ]  # fmt: skip
    return Table(_("The first rows"), columns, cells) if cells else None


def _rows(rows: Iterable[ImportRow], caption: str) -> Table | None:
    columns = [Column(_("Row")), Column(_("Column")), Column(_("What to do"))]
    cells = [
        [row.number, *_said(row.batch, code, what)] for row in rows for code, what in row.faults
    ]
    return Table(caption, columns, cells) if cells else None


def _notes(batch: ImportBatch) -> Table | None:
    columns = [Column(_("Row")), Column(_("Column")), Column(_("What was done"))]
    cells = [
        [row.number, *_said(batch, code, what)]
        for row in rows_of(batch).noted()[:MOST_FAULTS]
        for code, what in row.notes
    ]
    return (
        Table(_("Rows that are taken otherwise than they say"), columns, cells) if cells else None
    )


def _kept(rows: Iterable[ImportRow]) -> Table | None:
    columns = [Column(_("Row")), Column(_("Name")), Column(_("Left as it is"))]
    cells = [
        [row.number, row.draft.get("name_en", ""), ", ".join(map(field_label, row.kept))]
        for row in rows
    ]
    return Table(_("What somebody uses, or has changed since"), columns, cells) if cells else None


def _said(batch: ImportBatch, code: str, what: str) -> Sequence[str]:
    """The column as the file calls it, and what to do."""
    heading = next((name for name, field in batch.columns.items() if field == code), "")
    return heading or (field_label(code) if code else _("the whole row")), str(FAULTS[what])
