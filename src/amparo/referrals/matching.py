"""Which service can take whom, and why or why not: reasons, never a score (S0 ¶5).

Inputs are what a service must know to say yes. Nationality, religion and ethnicity are not among
them and may not be added (33/1 ¶2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

ADULT_FROM = 18
UNKNOWN = "U"


class WhyNot(StrEnum):
    SEX = "sex"
    ADULTS_ONLY = "adults_only"
    CHILDREN_ONLY = "children_only"
    DEPENDANTS = "dependants"
    NO_PLACE = "no_place"
    ALL_HELD = "all_held"
    CLOSED_AT_NIGHT = "closed_at_night"
    DANGEROUS_AREA = "dangerous_area"


class Why(StrEnum):
    LANGUAGE = "language"
    SAME_REGION = "same_region"
    ROUND_THE_CLOCK = "round_the_clock"
    DEPENDANTS = "dependants"


class Wanted(Protocol):
    """What of a need the match looks at."""

    @property
    def sex(self) -> str: ...

    @property
    def age_status(self) -> str: ...

    @property
    def languages(self) -> Sequence[str]: ...

    @property
    def dependants(self) -> int: ...

    @property
    def region(self) -> str: ...

    @property
    def avoid_region(self) -> str: ...

    @property
    def urgency(self) -> str: ...


class Offered(Protocol):
    """What of a service the match looks at."""

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
    def round_the_clock(self) -> bool: ...

    @property
    def region(self) -> str: ...

    @property
    def places_free(self) -> int: ...

    @property
    def places_open(self) -> int: ...

    @property
    def is_stale(self) -> bool: ...


# Bound where it is used: mypy asks for the bound of a class before it knows the fields of a model.
T = TypeVar("T")
S = TypeVar("S", bound=Offered)


@dataclass(frozen=True)
class Match(Generic[T]):
    service: T
    why: tuple[Why, ...]
    why_not: tuple[WhyNot, ...]

    @property
    def fits(self) -> bool:
        return not self.why_not


def match(need: Wanted, services: Iterable[S]) -> list[Match[S]]:
    """Every service with its reasons: those that fit first, whose number of places is not stale,
    and of them those with most reasons and most places."""
    found = [
        Match(service, reasons_for(need, service), obstacles(need, service)) for service in services
    ]
    return sorted(found, key=_rank)


def _rank(found: Match[S]) -> tuple[int, bool, int, int]:
    service = found.service
    return len(found.why_not), service.is_stale, -len(found.why), -service.places_open


def obstacles(need: Wanted, service: Offered) -> tuple[WhyNot, ...]:
    return tuple(reason for reason, stands in _obstacles(need, service) if stands)


def _obstacles(need: Wanted, service: Offered) -> Iterable[tuple[WhyNot, bool]]:
    adult = need.age_status == "adult"
    yield WhyNot.SEX, need.sex != UNKNOWN and need.sex not in service.sexes
    # A person whose age is not sure is treated as a child: both kinds of house must not mix.
    yield WhyNot.ADULTS_ONLY, not adult and service.age_min >= ADULT_FROM
    yield WhyNot.CHILDREN_ONLY, adult and service.age_max < ADULT_FROM
    yield WhyNot.DEPENDANTS, need.dependants > 0 and not service.dependants
    yield WhyNot.NO_PLACE, service.places_free < 1
    yield WhyNot.ALL_HELD, service.places_free >= 1 > service.places_open
    yield WhyNot.CLOSED_AT_NIGHT, need.urgency == "tonight" and not service.round_the_clock
    yield WhyNot.DANGEROUS_AREA, bool(need.avoid_region) and need.avoid_region == service.region


def reasons_for(need: Wanted, service: Offered) -> tuple[Why, ...]:
    found = {
        Why.LANGUAGE: not set(need.languages).isdisjoint(service.languages),
        Why.SAME_REGION: need.region == service.region,
        Why.ROUND_THE_CLOCK: service.round_the_clock,
        Why.DEPENDANTS: need.dependants > 0 and service.dependants,
    }
    return tuple(reason for reason, stands in found.items() if stands)
