import csv
import io
import json
import zipfile

from amparo.exchange.mapping import FILES, Standard, standard
from amparo.exchange.records import PROFILE, Package, Record, Row
from amparo.methods.spreadsheet import guarded

# The column that says which file a row is of, and the sheet that has one row for each.
KEY, MAIN = "case", "cases"
MANIFEST = "manifest.json"
# An archive without the hour: two copies of the same file are the same bytes.
NO_HOUR = (1980, 1, 1, 0, 0, 0)


def as_archive(package: Package) -> bytes:
    """A sheet for each table of the standard that has rows, and what the package is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_member(MANIFEST), json.dumps(_manifest(package), ensure_ascii=False))
        for table in _tables(package):
            archive.writestr(_member(f"{table or MAIN}.csv"), _sheet(package, table))
    return file.getvalue()


def as_json(package: Package) -> bytes:
    return json.dumps(
        {**_manifest(package), "records": [_plain(record) for record in package.records]},
        ensure_ascii=False,
    ).encode()


def _plain(record: Record) -> dict[str, object]:
    return {"id": record.id, "fields": record.fields, "rows": dict(record.rows)}


def _manifest(package: Package) -> dict[str, object]:
    known = standard()
    return {
        "profile": PROFILE,
        "standard": known.source,
        "licence": known.licence,
        "source": package.source,
        "mapped": [field.code for field in known.mapped()],
        "unmapped": {f.code: f.reason.en for f in known.unmapped() if f.reason},
    }


def _tables(package: Package) -> list[str]:
    found = [name for record in package.records for name, rows in record.rows.items() if rows]
    return [FILES, *dict.fromkeys(found)]


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, NO_HOUR)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sheet(package: Package, table: str) -> bytes:
    rows = package.table(table)
    columns = _columns(standard(), table, [row for _, row in rows])
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([KEY, *columns])
    writer.writerows(
        [guarded(case), *(guarded(row.get(column, "")) for column in columns)] for case, row in rows
    )
    # The mark at the beginning is what makes a spreadsheet read it as UTF-8.
    return file.getvalue().encode("utf-8-sig")


def _columns(known: Standard, table: str, rows: list[Row]) -> list[str]:
    """Those of the standard in its order, then the others as they come."""
    filled = dict.fromkeys(code for row in rows for code, text in row.items() if text)
    first = [field.code for field in known.of_table(table) if field.code in filled]
    return [*first, *(code for code in filled if code not in first)]
