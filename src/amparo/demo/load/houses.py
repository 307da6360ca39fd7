from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from amparo.demo.load.sheets import services, sheet
from amparo.directory.models import Location, Service
from amparo.methods import clock
from amparo.people.models import Organisation, Unit

WHERE = ("address",)


@dataclass(frozen=True)
class Houses:
    """The country's organisations, units and services, by slug."""

    organisations: dict[str, Organisation]
    units: dict[str, Unit]
    services: dict[str, Service]


def load_houses() -> Houses:
    rows = sheet("organisations")["organisation"]
    organisations = {row["slug"]: _organisation(row) for row in rows}
    Organisation.objects.bulk_create(organisations.values())
    units = {
        unit["slug"]: Unit(organisation=organisations[row["slug"]], **unit)
        for row in rows
        for unit in row["units"]
    }
    Unit.objects.bulk_create(units.values())
    found = {row["slug"]: _service(row, units) for row in services()}
    Service.objects.bulk_create(found.values())
    Location.objects.bulk_create(_location(row, found[row["slug"]]) for row in services())
    # Every file asks them anew; nobody changes them meanwhile.
    prefetch_related_objects(list(found.values()), "schedules")
    return Houses(organisations, units, found)


def _organisation(row: dict[str, Any]) -> Organisation:
    return Organisation(**{name: value for name, value in row.items() if name != "units"})


def _service(row: dict[str, Any], units: dict[str, Unit]) -> Service:
    fields = {name: value for name, value in row.items() if name not in WHERE}
    fields |= {"unit": units[row["unit"]]}
    return Service(places_updated_at=clock.now(), **fields)


def _location(row: dict[str, Any], service: Service) -> Location:
    """Of a confidential one the house itself writes where it is, once its people are there."""
    where = {name: row[name] for name in WHERE if name in row and not service.confidential}
    return Location(
        service=service, unit_id=service.unit_id, region=service.region,
        confidential=service.confidential, **where,
    )  # fmt: skip
