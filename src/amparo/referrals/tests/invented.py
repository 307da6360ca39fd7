"""Needs and services for the match, drawn at random, and the rules read once more.

The reading here shares nothing with `matching`: it knows neither `rules.toml` nor the operators. It
says what somebody on the telephone would ask, in the order in which they would choose.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
REGIONS = ("north", "west", "east", "south", "isle")
# Longitude and latitude: west is some 15 km from north, east some 70, south far; nobody has
# measured the isle.
MIDDLES = {"north": (10.0, 50.0), "west": (9.8, 50.0), "east": (11.0, 50.0), "south": (10.0, 40.0)}
LANGUAGES = ("en", "fr", "ar", "ro")
FORMS = ("SEXUAL", "LABOUR", "ORGANS")
ACCESS = ("step_free", "sign_language", "quiet_room")
IDS = tuple(UUID(int=number) for number in range(100))


@dataclass(frozen=True)
class ANeed:
    """Nothing but what the match may look at: a look at anything else raises."""

    sex: str = "F"
    age_status: str = "adult"
    languages: tuple[str, ...] = ("en",)
    language_needed: bool = False
    dependants: int = 0
    accessibility: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    region: str = "north"
    avoid_region: str = ""
    urgency: str = "days"
    wanted: tuple[UUID, ...] = ()
    unwanted: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Hours:
    days: tuple[str, ...]
    opens_at: time
    closes_at: time
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class AService:
    id: UUID = IDS[0]
    sexes: tuple[str, ...] = ("F", "M", "X")
    age_min: int = 0
    age_max: int = 120
    languages: tuple[str, ...] = ("en",)
    dependants: bool = True
    accessibility: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    region: str = "north"
    serves: tuple[str, ...] = ()
    capacity_unit: str = "bed"
    round_the_clock: bool = True
    hours: tuple[Hours, ...] = ()
    places_free: int = 1
    places_held: int = 0
    places_updated_at: datetime | None = None
    accredited_until: date | None = None
    asked_lately: int = 0
    in_time_lately: int = 0

    @property
    def places_open(self) -> int:
        return max(0, self.places_free - self.places_held)

    def is_open_at(self, moment: datetime) -> bool:
        return self.round_the_clock or any(covers(hours, moment) for hours in self.hours)


def covers(hours: Hours, moment: datetime) -> bool:
    """Minute by minute would do; two days are enough, since no hours last longer than one."""
    zone = ZoneInfo("UTC")
    now = moment.replace(tzinfo=zone)
    for day in (now.date(), now.date() - timedelta(days=1)):
        if WEEK[day.weekday()] not in hours.days:
            continue
        if day < (hours.valid_from or day) or day > (hours.valid_to or day):
            continue
        start = datetime.combine(day, hours.opens_at, zone)
        end = datetime.combine(day, hours.closes_at, zone)
        if start <= now < (end if end > start else end + timedelta(days=1)):
            return True
    return False


def against(need: ANeed, service: AService, now: datetime) -> set[str]:
    """Why not. `now`: by the country's clock."""
    must_speak = need.language_needed and need.languages != ()
    until = service.accredited_until
    said = {
        "not_wanted": service.id in need.unwanted,
        "sex": need.sex in ("F", "M", "X") and need.sex not in service.sexes,
        "adults_only": need.age_status in ("child", "not_sure") and service.age_min > 17,
        "children_only": need.age_status == "adult" and service.age_max <= 17,
        "dependants": need.dependants > 0 and not service.dependants,
        "accessibility": any(each not in service.accessibility for each in need.accessibility),
        "form": not _made_for(service, [each for each in need.forms if each != "UNKNOWN"]),
        "elsewhere": service.serves != () and need.region not in service.serves,
        "language_needed": must_speak and not _speaks(need, service),
        "dangerous_area": service.region in _dangerous(need.avoid_region),
        "closed": need.urgency == "tonight" and not service.is_open_at(now),
        "not_accredited": until is not None and until < now.date(),
    }
    return {reason for reason, stands in said.items() if stands} | _no_room(need, service)


def _no_room(need: ANeed, service: AService) -> set[str]:
    if service.places_free == 0:
        return {"no_place"}
    if service.places_held >= service.places_free:
        return {"all_held"}
    people = need.dependants + 1 if service.capacity_unit in ("bed", "cot") else 1
    return {"family_apart"} if service.places_free - service.places_held < people else set()


def _made_for(service: AService, forms: list[str]) -> bool:
    return not service.forms or not forms or any(form in service.forms for form in forms)


def _speaks(need: ANeed, service: AService) -> bool:
    return any(language in service.languages for language in need.languages)


def _dangerous(region: str) -> set[str]:
    return {"north", "west"} if region in ("north", "west") else {region}


ROWS = {
    "north": ["north", "west", "east", "south"],
    "west": ["west", "north", "east", "south"],
    "east": ["east", "north", "west", "south"],
    # East lies a little farther off than west, as seen from the south.
    "south": ["south", "north", "west", "east"],
    "isle": ["isle"],
}


def turn(need: ANeed, service: AService, now: datetime) -> tuple[Any, ...]:
    """What comes first among those that fit: the lesser."""
    row = ROWS[need.region]
    steps = row.index(service.region) if service.region in row else len(row)
    if need.region in service.serves:
        steps = 0
    old = service.places_updated_at is None or now - service.places_updated_at > timedelta(hours=48)
    speaks = not need.languages or _speaks(need, service)
    return (
        service.id not in need.wanted if need.wanted else False,
        old, steps, not speaks, _answers(service), -service.places_open,
    )  # fmt: skip


def _answers(service: AService) -> int:
    if service.asked_lately < 3:
        return 1
    return 0 if service.in_time_lately >= service.asked_lately / 2 else 2


def some(
    values: tuple[Any, ...], *, min_size: int = 0, max_size: int | None = None
) -> st.SearchStrategy[tuple[Any, ...]]:
    listed = st.lists(st.sampled_from(values), unique=True, min_size=min_size, max_size=max_size)
    return listed.map(tuple)


NEEDS = st.builds(
    ANeed,
    sex=st.sampled_from("FMXU"),
    age_status=st.sampled_from(["adult", "child", "not_sure"]),
    languages=some(LANGUAGES, max_size=2),
    language_needed=st.sampled_from([False, False, False, True]),
    dependants=st.sampled_from([0, 0, 0, 1, 2, 4]),
    accessibility=st.just(()) | some(ACCESS, max_size=2),
    forms=some((*FORMS, "UNKNOWN"), max_size=2),
    region=st.sampled_from(REGIONS),
    avoid_region=st.sampled_from(["", "", "", *REGIONS]),
    urgency=st.sampled_from(["tonight", "days", "weeks"]),
    wanted=some(IDS[:20], max_size=3),
    unwanted=some(IDS[20:40], max_size=3),
)


def hours(now: datetime) -> st.SearchStrategy[tuple[Hours, ...]]:
    clock = st.sampled_from([0, 3, 8, 12, 17, 20, 23]).map(time)
    day = st.sampled_from([now.date() + timedelta(days=n) for n in (-2, -1, 0, 1, 2)])
    one = st.builds(
        Hours, days=some(WEEK, min_size=1), opens_at=clock, closes_at=clock,
        valid_from=st.none() | day, valid_to=st.none() | day,
    )  # fmt: skip
    return st.lists(one, max_size=2).map(tuple)


def services(now: datetime) -> st.SearchStrategy[AService]:
    return st.builds(
        AService,
        sexes=st.just(("F", "M", "X")) | some(("F", "M", "X"), min_size=1),
        age_min=st.sampled_from([0, 12, 17, 18]),
        age_max=st.sampled_from([18, 120, 120]),
        languages=some(LANGUAGES, max_size=3),
        dependants=st.booleans(),
        accessibility=some(ACCESS),
        forms=some(FORMS, max_size=2),
        region=st.sampled_from(REGIONS),
        serves=st.just(()) | some(REGIONS),
        capacity_unit=st.sampled_from(["bed", "cot", "room", "hour"]),
        round_the_clock=st.booleans(),
        hours=hours(now),
        places_free=st.integers(0, 6),
        places_held=st.integers(0, 3),
        places_updated_at=st.none()
        | st.sampled_from([0, 20, 48, 49, 90]).map(lambda h: now - timedelta(hours=h)),
        accredited_until=st.none()
        | st.sampled_from([-1, 0, 1, 9]).map(lambda days: now.date() + timedelta(days=days)),
        asked_lately=st.integers(0, 9),
        in_time_lately=st.integers(0, 9),
    ).map(_possible)


def _possible(service: AService) -> AService:
    """What the tables would refuse is put right: a child's house ends before eighteen."""
    low = service.age_min if service.age_min < 18 or service.age_max > 18 else 0
    high = 17 if service.age_max == 18 and low < 18 else service.age_max
    answered = min(service.in_time_lately, service.asked_lately)
    return replace(service, age_min=low, age_max=high, in_time_lately=answered)
