"""When a service is open, as rules of RFC 5545: the same hours on named days of every week."""

from datetime import datetime, timedelta

from amparo.directory import presenters
from amparo.directory.hsds import ids
from amparo.directory.hsds.shapes import Schedule
from amparo.directory.models import Schedule as Hours
from amparo.directory.models import Service
from amparo.methods import clock
from amparo.people.country import zone

EVERY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules(service: Service) -> list[Schedule]:
    """Its rows; day and night where it says so; else what it says of its hours in words."""
    now = clock.now().astimezone(zone())
    if rows := [_weekly(row, now) for row in service.schedules.all()]:
        return rows
    if service.round_the_clock:
        return [_day_and_night(service, now)]
    if service.hours:
        return [{"id": ids.of_part(service.pk, "schedule"), "description": service.hours}]
    return []


def _weekly(row: Hours, now: datetime) -> Schedule:
    found: Schedule = {
        "id": row.pk,
        "freq": "WEEKLY",
        "wkst": "MO",
        "byday": ",".join(day for day in EVERY_DAY if day in row.days),
        "opens_at": f"{row.opens_at:%H:%M}{_offset(now)}",
        "closes_at": f"{row.closes_at:%H:%M}{_offset(now)}",
        "timezone": _from_utc(now) / timedelta(hours=1),
    }
    if row.valid_from:
        found["valid_from"] = row.valid_from
    if row.valid_to:
        found["valid_to"] = row.valid_to
    return found


def _day_and_night(service: Service, now: datetime) -> Schedule:
    return {
        "id": ids.of_part(service.pk, "schedule"),
        "description": presenters.opening(service),
        "freq": "WEEKLY",
        "wkst": "MO",
        "byday": ",".join(EVERY_DAY),
        "opens_at": f"00:00{_offset(now)}",
        "closes_at": f"23:59{_offset(now)}",
        "timezone": _from_utc(now) / timedelta(hours=1),
    }


def _offset(now: datetime) -> str:
    """Such as +01:00: the country's own, as it is today."""
    return now.isoformat()[-6:]


def _from_utc(now: datetime) -> timedelta:
    return now.utcoffset() or timedelta()
