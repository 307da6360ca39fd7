import re
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django.db.models import prefetch_related_objects

from amparo.demo.load.sheets import services, sheet
from amparo.directory.models import Location, Schedule, Service
from amparo.methods import clock
from amparo.people.country import country, today
from amparo.people.models import Organisation, Unit

# In the sheet in a shorter way than in the tables.
IN_SHORT = ("unit", "open", "accredited_days", "verified_days", "address")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOURS = re.compile(r"([A-Z,-]+) (\d\d:\d\d)-(\d\d:\d\d)")


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
    Location.objects.bulk_create(
        Location(
            service=found[row["slug"]], unit_id=found[row["slug"]].unit_id, region=row["region"],
            address=row["address"],
        )
        for row in services()
        if "address" in row
    )  # fmt: skip
    Schedule.objects.bulk_create(
        _schedule(row["open"], found[row["slug"]]) for row in services() if "open" in row
    )
    # Every file asks for the hours anew; nobody changes them meanwhile.
    prefetch_related_objects(list(found.values()), "schedules")
    return Houses(organisations, units, found)


def _organisation(row: dict[str, Any]) -> Organisation:
    return Organisation(**{name: value for name, value in row.items() if name != "units"})


def _service(row: dict[str, Any], units: dict[str, Unit]) -> Service:
    fields = {name: value for name, value in row.items() if name not in IN_SHORT}
    return Service(
        unit=units[row["unit"]], places_updated_at=clock.now(), **fields, **_vouched(row)
    )


def _vouched(row: dict[str, Any]) -> dict[str, Any]:
    """Who stands for the service, from when and until when, counted from today."""
    if "accredited_days" not in row:
        return {}
    return {
        "accredited_until": today() + timedelta(days=row["accredited_days"]),
        "verified_on": today() - timedelta(days=row["verified_days"]),
        "assurer": country().numbers["bureau"].label.en,
    }


def _schedule(text: str, service: Service) -> Schedule:
    """Such as "MO-FR 08:00-18:00" or "TU,TH 18:00-20:00"."""
    matched = HOURS.fullmatch(text)
    if not matched:
        raise ValueError(f"{service.slug}: {text!r} are no hours.")
    days, opens_at, closes_at = matched.groups()
    if "-" in days:
        first, last = map(DAYS.index, days.split("-"))
        named = list(DAYS[first : last + 1])
    else:
        named = days.split(",")
    return Schedule(
        service=service, days=named, opens_at=time.fromisoformat(opens_at),
        closes_at=time.fromisoformat(closes_at),
    )  # fmt: skip
