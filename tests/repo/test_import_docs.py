"""The columns of a directory, written into the docs from the names that the import knows."""

from amparo.directory.imports.columns import Field, fields
from amparo.directory.imports.drafts import HOUSES
from amparo.directory.imports.reading import KINDS, LARGEST, MOST_ROWS
from amparo.directory.imports.values import CODES, DAYS, DEGREES, FLAGS, LENGTHS, LISTS, NUMBERS
from repo.sources import ROOT

FILE = ROOT / "docs" / "reference" / "directory-import.md"
HEAD = """# Columns of a directory

Written by a test from `src/amparo/directory/imports/`; change those files, not this one. An export
has these columns in this order, under the names of the first column; a Data Package has the tables
of HSDS 3.1 with what the standard has no field for as attributes. Any of the names counts, whatever
its case, its accents and what stands between its words; so do the names that the pages show.

Taken: {kinds}, of at most {size} MB and {rows:,} services. Needed: a
name in one language, the kind, the region, and the organisation or the unit. A cell that is empty
means none, or the usual; a column that is not there changes nothing. Lists in a cell are parted by
a semicolon, a comma or a bar; a code may be written as its name in English or French.
`confidential`: a service of the kind {houses} is, unless the cell says no; where a confidential
one is is not taken.

| column | written as | also called |
|---|---|---|
"""
SPECIAL = {
    "region": "a region of the country, its code or name",
    "serves": "regions, their codes or names",
    "schedules": "`MO TU WE 08:00-18:00; SA 10:00-12:00 2026-01-01..2026-06-30`",
}


def way(code: str) -> str:
    if code in SPECIAL:
        return SPECIAL[code]
    if code in CODES:
        return f"a code of the list `{CODES[code]}`"
    if code in LISTS:
        return f"codes of the list `{LISTS[code]}`"
    if code in NUMBERS:
        return f"a whole number up to {NUMBERS[code]}"
    return _simple(code)


def _simple(code: str) -> str:
    if code in FLAGS:
        return "yes or no"
    if code in DAYS:
        return "a day as 2027-02-28"
    if code in DEGREES:
        return f"degrees of WGS 84, up to {DEGREES[code]:.0f} either way"
    return f"a text of at most {LENGTHS[code]} signs"


def line(field: Field) -> str:
    return f"| `{field.code}` | {way(field.code)} | {', '.join(field.names)} |"


def written() -> str:
    head = HEAD.format(
        kinds=", ".join(f"`{kind}`" for kind in KINDS), size=LARGEST // 1024 // 1024,
        rows=MOST_ROWS, houses=", ".join(f"`{kind}`" for kind in sorted(HOUSES)),
    )  # fmt: skip
    return head + "\n".join(map(line, fields().values())) + "\n"


def test_the_reference_lists_every_column_as_it_is_read() -> None:
    stands = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if stands != written():
        FILE.write_text(written(), encoding="utf-8")
    assert stands == written(), "Written anew: read it and commit it."
