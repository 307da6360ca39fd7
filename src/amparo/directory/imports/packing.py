"""The directory as a Data Package of the tables of HSDS 3.1, with our own codes as attributes."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from amparo.directory.imports import hours
from amparo.methods.spreadsheet import guarded

# An archive without the hour: two exports of the same directory are the same bytes.
NO_HOUR = (1980, 1, 1, 0, 0, 0)
DESCRIPTOR = "datapackage.json"
# What the standard has no field for; each is a taxonomy of its own.
ATTRIBUTES = (
    "name_fr", "unit", "kind", "region", "sexes", "dependants", "round_the_clock", "hours_fr",
    "description_fr", "forms", "accessibility", "not_asked", "serves", "confidential",
    "accredited_until", "assurer",
)  # fmt: skip
SEVERAL = {"sexes", "forms", "accessibility", "not_asked", "serves"}
Cells = Mapping[str, str]
Row = tuple[str, Cells]  # of the table with this name


def as_package(services: Iterable[Cells]) -> bytes:
    tables: dict[str, dict[str, Cells]] = defaultdict(dict)
    for cells in services:
        for table, row in _rows(cells):
            tables[table][row["id"]] = row
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        described = json.dumps(_descriptor(tables), indent=1)
        archive.writestr(_member(DESCRIPTOR), described)
        for name, rows in tables.items():
            archive.writestr(_member(f"{name}.csv"), _sheet(list(rows.values())))
    return file.getvalue()


def _rows(cells: Cells) -> Iterator[Row]:
    """A row with the same id, as an organisation of several services, stands once."""
    key, organisation = cells["id"], str(uuid5(NAMESPACE_URL, cells["organisation"]))
    yield "organization", {"id": organisation, "name": cells["organisation"]}
    yield "service", {
        "id": key, "organization_id": organisation, "name": cells["name_en"],
        "description": cells["description_en"],
        "status": "active" if cells["active"] == "yes" else "inactive",
        "minimum_age": cells["age_min"], "maximum_age": cells["age_max"],
        "assured_date": cells["verified_on"],
    }  # fmt: skip
    yield from _where(key, cells)
    yield from _when(key, cells)
    if cells["phone"]:
        yield "phone", {"id": f"{key}-1", "service_id": key, "number": cells["phone"]}
    for code in filter(None, cells["languages"].split(";")):
        yield "language", {"id": f"{key}-{code}", "service_id": key, "code": code}
    unit = cells["capacity_unit"]
    yield "unit", {"id": unit, "name": unit}
    yield "service_capacity", {
        "id": f"{key}-1", "service_id": key, "unit_id": unit,
        "available": cells["places_free"], "maximum": cells["places_total"],
    }  # fmt: skip
    yield from _attributes(key, cells)


def _where(key: str, cells: Cells) -> Iterator[Row]:
    """HSDS asks for a state or province with each address: the region stands there too."""
    place = f"{key}-1"
    if not any(cells[code] for code in ("address", "city", "postal_code", "latitude")):
        return
    yield "location", {
        "id": place, "location_type": "physical",
        "latitude": cells["latitude"], "longitude": cells["longitude"],
    }  # fmt: skip
    yield "service_at_location", {"id": place, "service_id": key, "location_id": place}
    yield "address", {
        "id": place, "location_id": place, "address_1": cells["address"], "city": cells["city"],
        "state_province": cells["region"], "postal_code": cells["postal_code"],
        "address_type": "physical",
    }  # fmt: skip


def _when(key: str, cells: Cells) -> Iterator[Row]:
    """Hours in words without a plan of the week are a schedule that has words alone."""
    found: list[hours.Hours | None] = [*hours.read(cells["schedules"])]
    if not found and cells["hours_en"]:
        found = [None]
    for number, each in enumerate(found, start=1):
        yield "schedule", {
            "id": f"{key}-{number}", "service_id": key, "freq": "WEEKLY" if each else "",
            "byday": ",".join(each.days) if each else "",
            "opens_at": f"{each.opens:%H:%M}" if each else "",
            "closes_at": f"{each.closes:%H:%M}" if each else "",
            "valid_from": str(each.since or "") if each else "",
            "valid_to": str(each.until or "") if each else "",
            "description": cells["hours_en"],
        }  # fmt: skip


def _attributes(key: str, cells: Cells) -> Iterator[Row]:
    for name in ATTRIBUTES:
        values = cells[name].split(";") if name in SEVERAL else [cells[name]]
        for number, value in enumerate(filter(None, values), start=1):
            term = f"amparo-{name}"
            yield "taxonomy_term", {"id": term, "code": name, "name": name, "taxonomy": "amparo"}
            yield "attribute", {
                "id": f"{key}-{name}-{number}", "link_id": key, "link_entity": "service",
                "taxonomy_term_id": term, "label": name, "value": value,
            }  # fmt: skip


def _descriptor(tables: Mapping[str, Mapping[str, Cells]]) -> dict[str, object]:
    return {
        "profile": "tabular-data-package",
        "name": "services",
        "title": "HSDS 3.1",
        "resources": [
            {
                "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": column, "type": "string"} for column in next(iter(rows.values()))
                    ],
                    "primaryKey": "id",
                },
            }
            for name, rows in tables.items()
        ],
    }  # fmt: skip


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, NO_HOUR)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sheet(rows: list[Cells]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(rows[0])
    writer.writerows([guarded(text) for text in row.values()] for row in rows)
    return file.getvalue().encode("utf-8-sig")
