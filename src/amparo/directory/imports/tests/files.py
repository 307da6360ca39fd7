"""Files of services, written by the test."""

import csv
import io
from collections.abc import Mapping, Sequence

from amparo.directory.imports.actions.looking import Sent, look_at
from amparo.directory.imports.actions.starting import start, start_undoing
from amparo.directory.imports.actions.working import do_now
from amparo.directory.imports.models import ImportBatch
from amparo.directory.imports.queries import batches
from amparo.directory.imports.reading import read_file
from amparo.people.models import User

HEAD = ("id", "name_en", "organisation", "kind", "region")
ROW = {
    "id": "7", "name_en": "Aster House", "organisation": "Aster", "kind": "legal_aid",
    "region": "QV01",
}  # fmt: skip
Row = Mapping[str, str]


def row(**cells: str) -> dict[str, str]:
    return {**ROW, **cells}


def sheet(rows: Sequence[Row], separator: str = ",") -> str:
    file = io.StringIO(newline="")
    columns = list(dict.fromkeys(name for each in rows for name in each))
    writer = csv.DictWriter(file, columns, restval="", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def sent(data: str | bytes, name: str = "services.csv", **how: str) -> Sent:
    content = data.encode() if isinstance(data, str) else data
    return Sent(name, content, read_file(name, content, **how), how.get("encoding", ""))


def looked(*rows: Row, by: User, source: str = "Office") -> ImportBatch:
    return look_at(sent(sheet(rows)), source, by=by)


def brought(*rows: Row, by: User, source: str = "Office") -> ImportBatch:
    return written(looked(*rows, by=by, source=source), by=by)


def written(batch: ImportBatch, *, by: User) -> ImportBatch:
    do_now(start(batch, by=by), by=by)
    return fresh(batch)


def undone(batch: ImportBatch, *, by: User) -> ImportBatch:
    do_now(start_undoing(batch, by=by), by=by)
    return fresh(batch)


def fresh(batch: ImportBatch) -> ImportBatch:
    return batches().get(pk=batch.pk)
