"""A file of services is looked at: its rows stand as drafts, and the directory as it was.

Of a column nothing is kept before it is known what it holds, and of a hidden place nothing ever.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.directory.imports import bulk
from amparo.directory.imports.columns import missing, suggestions, sure_ones
from amparo.directory.imports.drafts import Line, lines
from amparo.directory.imports.matching import Matching
from amparo.directory.imports.models import ImportBatch, ImportRow, State
from amparo.directory.imports.queries import CHUNK, chunks_of, mapped_before, rows_of
from amparo.methods import clock
from amparo.methods.tables.table import Table
from amparo.people.models import User

OPEN = (State.READ, State.CHECKED, State.FAILED)
SETTLED = ("deed", "service", "alike", "faults", "notes", "draft")


@dataclass(frozen=True)
class Sent:
    """A file as it came, and as a table."""

    name: str
    data: bytes = field(repr=False)
    table: Table = field(repr=False)
    encoding: str = ""

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@action
def look_at(sent: Sent, source: str, *, by: User) -> ImportBatch:
    """Make a batch of it, with what its columns are as far as their names say."""
    require(by, Act.KEEP_DIRECTORY)
    columns = sure_ones(suggestions(sent.table.columns, mapped_before(source)))
    batch = ImportBatch(
        by=by, at=clock.now(), source=source, file_name=sent.name, digest=sent.digest,
        encoding=sent.encoding,
    )  # fmt: skip
    batch.save(force_insert=True)
    _stage(batch, sent.table, columns)
    record("looked at services to bring in", by=by, thing=batch)
    return batch


@action
def say_columns(
    batch: ImportBatch, columns: Mapping[str, str], *, by: User, sent: Sent | None = None
) -> ImportBatch:
    """What each column holds. Where that is new, the same file must come once more."""
    batch = opened(batch, by=by)
    batch.columns_said = True
    if dict(columns) == batch.columns and sent is None:
        batch.save(update_fields=["columns_said"])
        return batch
    if sent is None:
        raise Refused(_("Choose the same file once more: what is in these columns was not kept."))
    if sent.digest != batch.digest:
        raise Refused(_("This is another file than the one that was looked at."))
    rows_of(batch).delete()
    _stage(batch, sent.table, columns)
    record("said what the columns hold", by=by, thing=batch)
    return batch


@action
def answer(batch: ImportBatch, answers: Mapping[int, str], *, by: User) -> ImportBatch:
    """Whether these rows (by their number) are the service that is like them, or another."""
    batch = opened(batch, by=by)
    asked = [row for row in rows_of(batch).asked() if row.number in answers]
    for row in asked:
        row.answer = answers[row.number]
    ImportRow.objects.bulk_update(asked, ["answer"], batch_size=CHUNK)
    return _answered(batch, by)


@action
def answer_all(batch: ImportBatch, said: str, *, by: User) -> ImportBatch:
    batch = opened(batch, by=by)
    rows_of(batch).asked().update(answer=said)
    return _answered(batch, by)


def _answered(batch: ImportBatch, by: User) -> ImportBatch:
    settle_again(batch)
    record("said which services are the same", by=by, thing=batch)
    return batch


@action
def throw_away(batch: ImportBatch, *, by: User) -> None:
    """What was only looked at."""
    batch = opened(batch, by=by)
    record("threw away services to bring in", by=by, thing=batch)
    batch.delete()


def opened(batch: ImportBatch, *, by: User) -> ImportBatch:
    """Locked, and not yet written. Raises Refused."""
    require(by, Act.KEEP_DIRECTORY)
    found = ImportBatch.objects.select_for_update().filter(pk=batch.pk, state__in=OPEN).first()
    if found is None:
        raise Refused(_("This file is being brought in, or was: begin with a new one."))
    return found


def settle_again(batch: ImportBatch) -> None:
    """What each row would do, as the directory stands now."""
    matching, counts = Matching(batch.source), Counter[str]()
    for rows in chunks_of(batch):
        found = [line_of(row) for row in rows]
        matching.settle(found)
        counts.update(line.deed for line in found)
        keep_settled(found)
    _count(batch, counts)
    batch.save()


def keep_settled(found: Sequence[Line]) -> None:
    rows = [{"id": line.id, **settled(line)} for line in found]
    bulk.update(ImportRow, rows, SETTLED)


def line_of(row: ImportRow) -> Line:
    return Line(
        number=row.number, key=row.key, draft=row.draft,
        faults=[(code, wrong) for code, wrong in row.faults],
        notes=[(code, note) for code, note in row.notes], answer=row.answer, id=row.pk,
    )  # fmt: skip


def _stage(batch: ImportBatch, table: Table, columns: Mapping[str, str]) -> None:
    batch.headings = [column for column in table.columns if column]
    batch.columns = dict(columns)
    batch.sheets, batch.sheet = list(table.sheets), table.sheet
    counts = Counter[str]()
    if missing(columns):
        batch.state, batch.rows_total = State.READ, len(table.rows)
    else:
        batch.state = State.CHECKED
        counts = _store(batch, lines(table, columns))
    _count(batch, counts)
    batch.save()


def _store(batch: ImportBatch, found: Iterable[Line]) -> Counter[str]:
    matching, counts = Matching(batch.source), Counter[str]()
    every = iter(found)
    while chunk := list(islice(every, CHUNK)):
        matching.settle(chunk)
        counts.update(line.deed for line in chunk)
        bulk.insert(ImportRow, [{"batch_id": batch.pk, **_new(line)} for line in chunk])
    return counts


def _count(batch: ImportBatch, counts: Counter[str]) -> None:
    batch.counts = dict(counts)
    if counts:
        batch.rows_total, batch.state = sum(counts.values()), State.CHECKED
    batch.asked = rows_of(batch).asked().count()


def _new(line: Line) -> dict[str, object]:
    return {
        "number": line.number, "key": line.key, "answer": "", "before": {}, "kept": [],
        **settled(line),
    }  # fmt: skip


def settled(line: Line) -> dict[str, object]:
    """What stood there before is kept once it is written, and not before."""
    return {
        "deed": line.deed, "service": line.service or None, "alike": line.alike or None,
        "faults": line.faults, "notes": line.notes, "draft": line.draft,
    }  # fmt: skip
