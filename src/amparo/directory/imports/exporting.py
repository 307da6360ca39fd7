"""The directory as a file that this import reads again: a sheet, a workbook, a Data Package.

Where a confidential service is stands in none of them.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from amparo.directory.imports.columns import fields
from amparo.directory.imports.drafts import WHERE
from amparo.directory.imports.packing import as_package
from amparo.directory.imports.queries import CHUNK, stored
from amparo.directory.queries import every_service
from amparo.methods.spreadsheet import guarded

Cells = Mapping[str, str]
OTHERWISE = {"organisation": "unit__organisation__name_en", "unit": "unit__slug"}


def cells() -> Iterator[Cells]:
    """Each service as texts under the names of the fields, those too that are offered no more."""
    keys = every_service().order_by("pk").values_list("pk", flat=True).iterator(CHUNK)
    while chunk := list(islice(keys, CHUNK)):
        found = stored(chunk)
        for key in chunk:
            yield _cells(found[str(key)])


def as_sheet() -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(fields())
    writer.writerows([guarded(text) for text in row.values()] for row in cells())
    # The mark at the beginning is what makes a spreadsheet read it as UTF-8.
    return file.getvalue().encode("utf-8-sig")


def as_workbook() -> bytes:
    """Every cell is a text: none is a formula, a link or a number."""
    from xlsxwriter import Workbook  # heavy, and needed here alone

    file = io.BytesIO()
    book = Workbook(file, {"constant_memory": True, "in_memory": False, "strings_to_urls": False})
    sheet = book.add_worksheet("services")
    for column, name in enumerate(fields()):
        sheet.write_string(0, column, name)
    for number, row in enumerate(cells(), start=1):
        for column, text in enumerate(row.values()):
            if text:
                sheet.write_string(number, column, text)
    book.close()
    return file.getvalue()


def as_archive() -> bytes:
    return as_package(cells())


SHAPES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_sheet),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
    "zip": ("application/zip", as_archive),
}


def _cells(row: Mapping[str, Any]) -> Cells:
    said = {code: _text(row[OTHERWISE.get(code, code)]) for code in fields()}
    if row["confidential"]:
        said |= dict.fromkeys(WHERE, "")
    return said


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)
