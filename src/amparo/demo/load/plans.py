"""What will happen in each file, drawn before anything is written."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from amparo.demo.load.chance import Chance
from amparo.demo.load.sheets import sheet

SEED = 20261122
# The newest files are opened in the last days, so that clocks run whenever the country is loaded.
FRESH, FRESH_HOURS = 8, 70
# A final decision comes within seventy-five days of the protected period's beginning.
LONGEST_DAYS = 70


@dataclass(frozen=True)
class Plan:
    """One invented person's way."""

    opened: datetime
    form: str
    forms: tuple[str, ...]
    sex: str
    age: int
    age_status: str
    region: str
    languages: tuple[str, ...]
    dependants: int
    path: str
    responder: str

    @property
    def child(self) -> bool:
        return self.age_status != "adult"


def make_plans(now: datetime) -> list[Plan]:
    """The plans in the order of their opening; the last planned year is the one of `now`."""
    profiles, chance = sheet("profiles"), Chance(SEED)
    years = len(profiles["year"])
    drawn = [
        (now.year - years + 1 + index, form)
        for form in profiles["form"]
        for index, count in enumerate(form["years"])
        for _ in range(count)
    ]
    dated = sorted(
        ((_moment(year, now, chance), form) for year, form in drawn), key=lambda pair: pair[0]
    )
    moments = [moment for moment, _ in dated]
    moments[-FRESH:] = sorted(
        now - timedelta(hours=chance.random.uniform(1, FRESH_HOURS)) for _ in range(FRESH)
    )
    return [
        _plan(moment, form, now, chance) for moment, (_, form) in zip(moments, dated, strict=True)
    ]


def _moment(year: int, now: datetime, chance: Chance) -> datetime:
    """Some time of the year, by the weight of its months; in this year, before now."""
    months = sheet("profiles")["months"][: now.month if year == now.year else 12]
    month = chance.one_of(dict(enumerate(months, start=1)))
    day = chance.random.randint(1, 28)
    moment = datetime(year, month, day, chance.random.randint(6, 22), tzinfo=UTC)
    moment += timedelta(minutes=chance.random.randint(0, 59))
    return min(moment, now - timedelta(days=4))


def _plan(opened: datetime, form: dict[str, Any], now: datetime, chance: Chance) -> Plan:
    age = chance.whole(form["ages"])
    unsure = chance.happens(form["not_sure"])
    status = "not_sure" if unsure else "child" if age < 18 else "adult"
    region = chance.one_of(form["regions"])
    also = [code for code, share in form["also"].items() if chance.happens(share)]
    return Plan(
        opened=opened,
        form=form["code"],
        forms=(form["code"], *also),
        sex=chance.one_of(form["sexes"]),
        age=age,
        age_status=status,
        region=region,
        languages=(chance.one_of(sheet("profiles")["languages"]),),
        dependants=_dependants(age, chance),
        path=_path(opened, now, status, chance),
        responder=chance.one_of(sheet("profiles")["responders"][region]),
    )


def _dependants(age: int, chance: Chance) -> int:
    return chance.random.randint(1, 3) if age >= 18 and chance.happens(0.14) else 0


def _path(opened: datetime, now: datetime, status: str, chance: Chance) -> str:
    profiles = sheet("profiles")
    settled = (now - opened).days >= profiles["settled_after_days"]
    paths = profiles["paths"]["settled" if settled else "recent"]
    path = chance.one_of(paths["adult" if status == "adult" else "child"])
    age = (now - opened).days
    # Nothing waits for weeks on a clock of hours or of days.
    if path in ("screened", "referred") and age > 2:
        path = "received"
    if path == "received" and age > 9:
        path = "reflection"
    return "confirmed" if path == "reflection" and age > LONGEST_DAYS else path
