"""A Data Package of the tables of HSDS: put together into services as its JSON has them.

https://datapackage.org/standard/data-package/; which table a file is, the descriptor says.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from amparo.directory.imports.reading import nouns
from amparo.methods.spreadsheet import unguarded
from amparo.methods.tables import archives, sheets
from amparo.methods.tables.refusals import NotRead, Why
from amparo.methods.tables.table import headed
from amparo.methods.tables.texts import decoded

DESCRIPTOR = "datapackage.json"
MOST_FILES, MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 40, 200 * 1024 * 1024, 2_000_000, 60
Row = dict[str, Any]
# The table with many rows for a service, and the name of their list in it.
MANY = {
    "phone": "phones", "schedule": "schedules", "language": "languages",
    "service_capacity": "capacities", "service_area": "service_areas",
}  # fmt: skip


def services(data: bytes, encoding: str) -> list[dict[str, Any]]:
    """Raises NotRead."""
    members = archives.members(data, most=MOST_FILES, most_bytes=MOST_BYTES)
    tables = {
        name: _rows(members[path], encoding)
        for name, path in _tables(members).items()
        if path in members
    }
    if not tables.get("service"):
        raise NotRead(Why.NOUNS)
    return nouns.services(_together(tables))


def _tables(members: Mapping[str, bytes]) -> dict[str, str]:
    """Name of a table -> its file; where there is no descriptor, the files' own names."""
    if DESCRIPTOR not in members:
        return {name.removesuffix(".csv"): name for name in members if name.endswith(".csv")}
    try:
        resources = json.loads(decoded(members[DESCRIPTOR]))["resources"]
        return {str(each["name"]): PurePosixPath(str(each["path"])).name for each in resources}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotRead(Why.BROKEN) from error


def _rows(content: bytes, encoding: str) -> list[Row]:
    lines = (
        [unguarded(cell) for cell in line] for line in sheets.lines(decoded(content, encoding))
    )
    table = headed(lines, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    return [dict(zip(table.columns, cells, strict=False)) for _, cells in table.rows]


def _together(tables: Mapping[str, list[Row]]) -> list[Row]:
    organisations = _by(tables.get("organization", []), "id")
    units, terms = (_by(tables.get(name, []), "id") for name in ("unit", "taxonomy_term"))
    many = {listed: _many(tables.get(table, []), "service_id") for table, listed in MANY.items()}
    attributes, places = _many(tables.get("attribute", []), "link_id"), _places(tables)
    found = []
    for row in tables["service"]:
        key = row.get("id", "")
        service = {**row, "organization": organisations.get(row.get("organization_id", ""), {})}
        service |= {listed: rows.get(key, []) for listed, rows in many.items()}
        service["capacities"] = [
            {**each, "unit": units.get(each.get("unit_id", ""), {})}
            for each in service["capacities"]
        ]
        service["attributes"] = [
            {**each, "taxonomy_term": terms.get(each.get("taxonomy_term_id", ""), {})}
            for each in attributes.get(key, [])
        ]
        service["locations"] = places.get(key, [])
        found.append(service)
    return found


def _places(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The locations of each service, with their addresses."""
    addresses = _many(tables.get("address", []), "location_id")
    locations = {
        key: {**row, "addresses": addresses.get(key, [])}
        for key, row in _by(tables.get("location", []), "id").items()
    }
    found: dict[str, list[Row]] = defaultdict(list)
    for at in tables.get("service_at_location", []):
        if location := locations.get(at.get("location_id", "")):
            found[at.get("service_id", "")].append(location)
    return found


def _by(rows: Iterable[Row], key: str) -> dict[str, Row]:
    return {row.get(key, ""): row for row in rows}


def _many(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(key, "")].append(row)
    return found
