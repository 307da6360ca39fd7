"""The only names that a rule may use: what a need says, and what is known of a service.

What is not among them no rule can ask for. Nationality, religion and ethnicity are not, and may not
be added (33/1 ¶2).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import LiteralString, Protocol
from uuid import UUID

from amparo.methods import clock
from amparo.methods.earth import Point
from amparo.people.country import country, zone
from amparo.referrals.matching import distance

SEX_UNKNOWN, FORM_UNKNOWN = "U", "UNKNOWN"


class Wanted(Protocol):
    """What of a need the match looks at."""

    @property
    def sex(self) -> str: ...

    @property
    def age_status(self) -> str: ...

    @property
    def languages(self) -> Sequence[str]: ...

    @property
    def language_needed(self) -> bool: ...

    @property
    def dependants(self) -> int: ...

    @property
    def accessibility(self) -> Sequence[str]: ...

    @property
    def forms(self) -> Sequence[str]: ...

    @property
    def region(self) -> str: ...

    @property
    def avoid_region(self) -> str: ...

    @property
    def urgency(self) -> str: ...

    @property
    def wanted(self) -> Sequence[UUID]: ...

    @property
    def unwanted(self) -> Sequence[UUID]: ...


class Offered(Protocol):
    """What of a service the match looks at."""

    @property
    def id(self) -> UUID: ...

    @property
    def sexes(self) -> Sequence[str]: ...

    @property
    def age_min(self) -> int: ...

    @property
    def age_max(self) -> int: ...

    @property
    def languages(self) -> Sequence[str]: ...

    @property
    def dependants(self) -> bool: ...

    @property
    def accessibility(self) -> Sequence[str]: ...

    @property
    def forms(self) -> Sequence[str]: ...

    @property
    def region(self) -> str: ...

    @property
    def serves(self) -> Sequence[str]: ...

    @property
    def capacity_unit(self) -> str: ...

    @property
    def places_free(self) -> int: ...

    @property
    def places_open(self) -> int: ...

    @property
    def places_updated_at(self) -> datetime | None: ...

    @property
    def accredited_until(self) -> date | None: ...

    @property
    def asked_lately(self) -> int: ...

    @property
    def in_time_lately(self) -> int: ...

    def is_open_at(self, moment: datetime) -> bool: ...


@dataclass(frozen=True)
class Settings:
    """The numbers of the rules. `each`: units of capacity of which each person needs one; of
    `least` offers in `days` days, `percent` in a hundred answered in time are "mostly"."""

    risk_km: int
    each: tuple[str, ...]
    days: int
    least: int
    percent: int


@dataclass(frozen=True)
class Asked:
    """What a need asks at a moment.

    `near`: steps away by region, `far` for any other region; `family`: how many persons come;
    `moment`: by the country's clock.
    """

    sex: str
    child: bool
    family: int
    languages: tuple[str, ...]
    languages_needed: tuple[str, ...]
    accessibility: tuple[str, ...]
    forms: tuple[str, ...]
    region: str
    danger: tuple[str, ...]
    tonight: bool
    wanted: tuple[UUID, ...]
    unwanted: tuple[UUID, ...]
    near: Mapping[str, int]
    moment: datetime
    fresh_since: datetime
    settings: Settings

    @property
    def day(self) -> date:
        return self.moment.date()

    @property
    def far(self) -> int:
        return len(self.near)

    def places_for(self, capacity_unit: str) -> int:
        """How many the family needs of what is counted so."""
        return self.family if capacity_unit in self.settings.each else 1


def asked(need: Wanted, settings: Settings, middles: Mapping[str, Point]) -> Asked:
    """`middles`: where each region has its middle (`distance.centroids`)."""
    now, languages = clock.now(), tuple(need.languages)
    return Asked(
        sex="" if need.sex == SEX_UNKNOWN else need.sex,
        child=need.age_status != "adult",
        family=1 + need.dependants,
        languages=languages,
        languages_needed=languages if need.language_needed else (),
        accessibility=tuple(need.accessibility),
        forms=tuple(form for form in need.forms if form != FORM_UNKNOWN),
        region=need.region,
        danger=distance.around(need.avoid_region, settings.risk_km, middles),
        tonight=need.urgency == "tonight",
        wanted=tuple(need.wanted),
        unwanted=tuple(need.unwanted),
        near=distance.steps(need.region, middles),
        moment=now.astimezone(zone()),
        fresh_since=now - timedelta(hours=country().clocks["places_fresh"].amount),
        settings=settings,
    )


class Kind(StrEnum):
    """What a value is: only values of one kind are compared."""

    TEXT = "text"
    TEXTS = "texts"
    ID = "id"
    IDS = "ids"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True)
class Said:
    """What a need says. One that is empty asks for nothing."""

    kind: Kind
    read: Callable[[Asked], object]


WHEN: Mapping[str, Callable[[Asked], bool]] = {
    "adult": lambda need: not need.child,
    "child": lambda need: need.child,
    "family": lambda need: need.family > 1,
    "tonight": lambda need: need.tonight,
}

OF_NEED: Mapping[str, Said] = {
    "accessibility": Said(Kind.TEXTS, lambda need: need.accessibility),
    "danger": Said(Kind.TEXTS, lambda need: need.danger),
    "day": Said(Kind.DAY, lambda need: need.day),
    "forms": Said(Kind.TEXTS, lambda need: need.forms),
    "fresh_since": Said(Kind.MOMENT, lambda need: need.fresh_since),
    "languages": Said(Kind.TEXTS, lambda need: need.languages),
    "languages_needed": Said(Kind.TEXTS, lambda need: need.languages_needed),
    "region": Said(Kind.TEXT, lambda need: need.region),
    "sex": Said(Kind.TEXT, lambda need: need.sex),
    "unwanted": Said(Kind.IDS, lambda need: need.unwanted),
    "wanted": Said(Kind.IDS, lambda need: need.wanted),
}


@dataclass(frozen=True)
class Known:
    """What is known of a service: how it is read of one, and how the database works it out."""

    kind: Kind
    read: Callable[[Offered, Asked], object]
    sql: LiteralString


def _steps_away(service: Offered, need: Asked) -> int:
    if need.region in service.serves:
        return 0
    return need.near.get(service.region, need.far)


class Answers(IntEnum):
    """How a service has answered lately, the best first."""

    IN_TIME = 0
    UNKNOWN = 1
    LATE = 2


def _answers(service: Offered, need: Asked) -> Answers:
    settings, put = need.settings, service.asked_lately
    if put < settings.least:
        return Answers.UNKNOWN
    mostly = service.in_time_lately * 100 >= put * settings.percent
    return Answers.IN_TIME if mostly else Answers.LATE


PLACES_OPEN: LiteralString = "greatest(0, s.places_free - coalesce(h.held, 0))"
# The same hours as `Schedule.covers`: today's, and yesterday's that go past midnight.
OPEN_NOW: LiteralString = """
(s.round_the_clock OR EXISTS (
    SELECT 1 FROM directory_schedule o WHERE o.service_id = s.id AND (
        (o.opens_at <= {time} AND (o.closes_at > {time} OR o.closes_at <= o.opens_at)
            AND {day_code} = ANY(o.days)
            AND coalesce(o.valid_from <= {day}, true) AND coalesce(o.valid_to >= {day}, true))
        OR (o.closes_at <= o.opens_at AND o.closes_at > {time}
            AND {eve_code} = ANY(o.days)
            AND coalesce(o.valid_from <= {eve}, true) AND coalesce(o.valid_to >= {eve}, true))
    )
))
"""

OF_SERVICE: Mapping[str, Known] = {
    "accessibility": Known(Kind.TEXTS, lambda s, _: s.accessibility, "s.accessibility"),
    "accredited_until": Known(Kind.DAY, lambda s, _: s.accredited_until, "s.accredited_until"),
    "age_max": Known(Kind.NUMBER, lambda s, _: s.age_max, "s.age_max"),
    "age_min": Known(Kind.NUMBER, lambda s, _: s.age_min, "s.age_min"),
    "answers": Known(
        Kind.NUMBER,
        _answers,
        """CASE WHEN s.asked_lately < {least} THEN 1
        WHEN s.in_time_lately * 100 >= s.asked_lately * {percent}::int THEN 0 ELSE 2 END""",
    ),
    "dependants": Known(Kind.FLAG, lambda s, _: s.dependants, "s.dependants"),
    "forms": Known(Kind.TEXTS, lambda s, _: s.forms, "s.forms"),
    "id": Known(Kind.ID, lambda s, _: s.id, "s.id"),
    "languages": Known(Kind.TEXTS, lambda s, _: s.languages, "s.languages"),
    "open_now": Known(Kind.FLAG, lambda s, need: s.is_open_at(need.moment), OPEN_NOW),
    "places_free": Known(Kind.NUMBER, lambda s, _: s.places_free, "s.places_free"),
    "places_left": Known(
        Kind.NUMBER,
        lambda s, need: s.places_open - need.places_for(s.capacity_unit),
        PLACES_OPEN
        + " - CASE WHEN s.capacity_unit = ANY({each}::varchar[]) THEN {family} ELSE 1 END",
    ),
    "places_open": Known(Kind.NUMBER, lambda s, _: s.places_open, PLACES_OPEN),
    "places_updated_at": Known(
        Kind.MOMENT, lambda s, _: s.places_updated_at, "s.places_updated_at"
    ),
    "region": Known(Kind.TEXT, lambda s, _: s.region, "s.region"),
    "serves": Known(Kind.TEXTS, lambda s, _: s.serves, "s.serves"),
    "sexes": Known(Kind.TEXTS, lambda s, _: s.sexes, "s.sexes"),
    "steps_away": Known(
        Kind.NUMBER,
        _steps_away,
        """CASE WHEN s.region = {region} OR {region} = ANY(s.serves) THEN 0
        ELSE coalesce(array_position({near}::varchar[], s.region), {far}) END""",
    ),
}
