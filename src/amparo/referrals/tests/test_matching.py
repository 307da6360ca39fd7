"""Which service fits: held against a plain reading of the rules, over many needs and services."""

from dataclasses import dataclass, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.directory.models import Service
from amparo.referrals import words
from amparo.referrals.matching import Match, Offered, Wanted, Why, WhyNot, match, obstacles
from amparo.referrals.models import Need

FORBIDDEN = (
    "nation",
    "citizen",
    "religio",
    "faith",
    "ethnic",
    "race",
    "origin",
    "country",
    "civil",
)


@dataclass(frozen=True)
class ANeed:
    """Nothing but what the match may look at: a look at anything else raises."""

    sex: str = "F"
    age_status: str = "adult"
    languages: tuple[str, ...] = ("en",)
    dependants: int = 0
    region: str = "QV01"
    avoid_region: str = ""
    urgency: str = "days"


@dataclass(frozen=True)
class AService:
    sexes: tuple[str, ...] = ("F", "M", "X")
    age_min: int = 0
    age_max: int = 120
    languages: tuple[str, ...] = ("en",)
    dependants: bool = True
    round_the_clock: bool = True
    region: str = "QV01"
    places_free: int = 1
    places_open: int = 1
    is_stale: bool = False


REGIONS = st.sampled_from(["QV01", "QV02", "QV03"])
LANGUAGES = st.lists(st.sampled_from(["en", "fr", "ar", "ro"]), unique=True).map(tuple)
NEEDS = st.builds(
    ANeed,
    sex=st.sampled_from("FMXU"),
    age_status=st.sampled_from(["adult", "child", "not_sure"]),
    languages=LANGUAGES,
    dependants=st.integers(0, 4),
    region=REGIONS,
    avoid_region=REGIONS | st.just(""),
    urgency=st.sampled_from(["tonight", "days", "weeks"]),
)
SERVICES = st.builds(
    AService,
    sexes=st.lists(st.sampled_from("FMX"), unique=True, min_size=1).map(tuple),
    age_min=st.sampled_from([0, 12, 16, 18]),
    age_max=st.sampled_from([11, 17, 120]),
    languages=LANGUAGES,
    dependants=st.booleans(),
    round_the_clock=st.booleans(),
    region=REGIONS,
    places_free=st.integers(0, 3),
    places_open=st.integers(0, 3),
    is_stale=st.booleans(),
).map(lambda service: replace(service, places_open=min(service.places_open, service.places_free)))


def plainly_takes(service: AService, need: ANeed) -> bool:
    """The rules again, written as somebody on the telephone would ask them."""
    if service.places_open == 0 or service.region == need.avoid_region:
        return False
    if need.urgency == "tonight" and not service.round_the_clock:
        return False
    if need.dependants and not service.dependants:
        return False
    if need.sex != "U" and need.sex not in service.sexes:
        return False
    if need.age_status == "adult":
        return service.age_max >= 18
    return service.age_min < 18


@given(NEEDS, st.lists(SERVICES, max_size=6))
def test_a_service_fits_exactly_when_nothing_stands_against_it(
    need: ANeed, services: list[AService]
) -> None:
    for found in match(need, services):
        assert found.fits == plainly_takes(found.service, need)


@given(NEEDS, st.lists(SERVICES, max_size=6))
def test_every_service_is_shown_once_and_those_that_fit_first(
    need: ANeed, services: list[AService]
) -> None:
    found = match(need, services)
    assert sorted(map(id, services)) == sorted(id(each.service) for each in found)
    fits = [each.fits for each in found]
    assert fits == sorted(fits, reverse=True)


def rank(found: Match[AService]) -> tuple[int, bool, int, int]:
    service = found.service
    return len(found.why_not), service.is_stale, -len(found.why), -service.places_open


@given(NEEDS, st.lists(SERVICES, max_size=8))
def test_equals_keep_the_order_in_which_they_came(need: ANeed, services: list[AService]) -> None:
    place = {id(service): number for number, service in enumerate(services)}
    ranked = [(rank(each), place[id(each.service)]) for each in match(need, services)]
    assert ranked == sorted(ranked)


@pytest.mark.parametrize(
    ("need", "service", "reason"),
    [
        ({"sex": "M"}, {"sexes": ("F",)}, WhyNot.SEX),
        ({"sex": "X"}, {"sexes": ("F",)}, WhyNot.SEX),
        ({"age_status": "child"}, {"age_min": 18}, WhyNot.ADULTS_ONLY),
        ({"age_status": "not_sure"}, {"age_min": 18}, WhyNot.ADULTS_ONLY),
        ({}, {"age_max": 17}, WhyNot.CHILDREN_ONLY),
        ({"dependants": 1}, {"dependants": False}, WhyNot.DEPENDANTS),
        ({}, {"places_free": 0, "places_open": 0}, WhyNot.NO_PLACE),
        ({}, {"places_open": 0}, WhyNot.ALL_HELD),
        ({"urgency": "tonight"}, {"round_the_clock": False}, WhyNot.CLOSED_AT_NIGHT),
        ({"avoid_region": "QV01"}, {}, WhyNot.DANGEROUS_AREA),
    ],
)
def test_each_obstacle_is_named(
    need: dict[str, Any], service: dict[str, Any], reason: WhyNot
) -> None:
    assert obstacles(replace(ANeed(), **need), replace(AService(), **service)) == (reason,)


def test_a_sex_that_is_not_known_stands_against_no_service() -> None:
    assert obstacles(ANeed(sex="U"), AService(sexes=("F",))) == ()


def test_a_service_says_why_it_fits() -> None:
    [found] = match(ANeed(dependants=2), [AService()])
    assert set(found.why) == set(Why)


def names_of(protocol: type) -> set[str]:
    return {name for name, value in vars(protocol).items() if isinstance(value, property)}


def test_the_match_is_given_no_forbidden_input() -> None:
    """33/1 ¶2. The tests above prove that it looks at nothing but these names."""
    assert names_of(Wanted) == {field.name for field in fields(ANeed)}
    assert names_of(Offered) == {field.name for field in fields(AService)}
    stored = {field.name for model in (Need, Service) for field in model._meta.get_fields()}
    for name in names_of(Wanted) | names_of(Offered) | stored:
        assert not any(word in name for word in FORBIDDEN), name


def test_every_reason_has_its_words() -> None:
    assert set(words.WHY) == set(Why)
    assert set(words.WHY_NOT) == set(WhyNot)
