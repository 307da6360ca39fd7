"""Gaps and overlaps: the rule, the counting against plain Python, and the page."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.directory.coverage.actions import keep_coverage
from amparo.directory.coverage.queries import Tally
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.codes import listed
from amparo.people.country import country
from amparo.people.models import User
from amparo.referrals.coverage.queries import squares
from amparo.referrals.coverage.rules import Verdict, verdict
from amparo.referrals.models import Need
from amparo.referrals.queries import needs_for
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
PAGE = "/referrals/coverage/"
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def frozen() -> Iterator[None]:
    with clock.at(NOW):
        yield


def need(case: Case, by: User, **fields: object) -> Need:
    given_ = {
        "kind": "shelter", "urgency": "days", "sex": "F", "age_status": "adult",
        "languages": ["en"], "region": "QV01", "at": clock.now(), "by": by, "case": case,
    }  # fmt: skip
    with acting_as(by):
        return Need.objects.create(**{**given_, **fields})


def shown(client: Client, query: str = "") -> str:
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("there", "asked", "expected"),
    [
        (Tally(), 0, Verdict.GAP),
        (Tally(), 1, Verdict.MISSED),
        (Tally(1, 9, 9), 0, Verdict.COVERED),  # one alone overlaps with nobody
        (Tally(2, 9, 5), 4, Verdict.OVERLAP),
        (Tally(2, 9, 5), 5, Verdict.COVERED),  # as many were asked as stand free
        (Tally(2, 8, 4), 0, Verdict.COVERED),  # half of them taken
        (Tally(2, 0, 0), 0, Verdict.COVERED),  # no places at all
    ],
)
def test_what_is_a_gap_and_what_an_overlap(there: Tally, asked: int, expected: Verdict) -> None:
    assert verdict(there, asked) == expected


@given(st.integers(0, 5), st.integers(0, 40), st.integers(0, 40), st.integers(0, 60))
def test_more_needs_never_make_an_overlap_and_more_services_never_a_gap(
    number: int, places: int, taken: int, asked: int
) -> None:
    there = Tally(number, places, max(0, places - taken))
    if verdict(there, asked + 1) == Verdict.OVERLAP:
        assert verdict(there, asked) == Verdict.OVERLAP
    more = Tally(number + 1, there.places, there.free)
    assert verdict(more, asked) not in (Verdict.GAP, Verdict.MISSED)
    assert (verdict(there, asked) in (Verdict.GAP, Verdict.MISSED)) == (number == 0)


@pytest.mark.parametrize("seed", range(3))
def test_the_database_counts_as_plain_python_does(seed: int, cast: Cast) -> None:
    chance, case = Random(seed), files.received(cast)
    kinds, regions = listed("services").codes[:4], list(country().regions)[:4]
    houses = [
        files.service(
            cast, kind=chance.choice(kinds), region=chance.choice(regions), places_total=9,
            places_free=chance.randint(0, 9), serves=chance.sample(regions, chance.randint(0, 2)),
        )
        for _ in range(12)
    ]  # fmt: skip
    sought = [
        need(case, cast.coordinator, kind=chance.choice(kinds), region=chance.choice(regions))
        for _ in range(20)
    ]
    with acting_as(cast.coordinator):
        found = squares(services(), needs_for(cast.coordinator))
    assert len(found) == len(listed("services").codes) * len(country().regions)
    for square in found:
        cell = (square.kind, square.region)
        here = [h for h in houses if (h.kind, h.region) == cell]
        away = [h for h in houses if h.kind == square.kind and h.region != square.region]
        assert square.there == (len(here), 9 * len(here), sum(h.places_free for h in here))
        assert square.elsewhere == sum(not h.serves or square.region in h.serves for h in away)
        assert square.asked == sum((n.kind, n.region) == cell for n in sought)


def test_gaps_that_were_asked_for_stand_first_in_a_sentence(cast: Cast, client_of: Browser) -> None:
    case = files.received(cast)
    files.service(cast, region="QV02", serves=["QV01"])
    for _ in range(2):
        need(case, cast.coordinator)
    html = shown(client_of(cast.coordinator))
    name = country().regions["QV01"].label.say("en")
    assert f"Nobody offers “Shelter” in {name}; 2 needs were asked there." in html
    assert "1 service from elsewhere works for this region." in html
    assert html.index("2 needs were asked there") < html.index("nobody asked there")
    assert "asked for, nobody" in html, "a word, not a colour alone"


def test_what_was_asked_more_than_a_year_ago_counts_no_more(cast: Cast, client_of: Browser) -> None:
    case = files.received(cast)
    need(case, cast.coordinator, at=NOW - timedelta(days=400))
    assert "asked there" not in shown(client_of(cast.coordinator)).replace("nobody asked there", "")


def test_an_overlap_says_its_numbers(cast: Cast, client_of: Browser) -> None:
    for _ in range(2):
        files.service(cast, region="QV01", places_total=4, places_free=3)
    html = shown(client_of(cast.coordinator))
    assert "2 services, 6 of 8 places free; needs asked there: 0." in html
    assert "more than is asked for" in html


# A house for Albanian-speaking women with children, and whom else one may look for.
HOUSE: dict[str, Any] = {
    "region": "QV01",
    "sexes": ["F"],
    "age_min": 18,
    "languages": ["sq"],
    "dependants": True,
}


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", True), ("language=sq", True), ("language=fr", False), ("person=woman", True),
        ("person=man", False), ("person=child", False), ("person=dependants", True),
        ("language=nonsense&person=nonsense", True),
    ],
)  # fmt: skip
def test_the_table_is_for_whom_one_chose(
    query: str, there: bool, cast: Cast, client_of: Browser
) -> None:
    files.service(cast, **HOUSE)
    assert ("1 service · 2 of 4 places free" in shown(client_of(cast.coordinator), query)) == there


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("language=sq", {"languages": ["sq", "en"]}),
        ("person=woman", {"sex": "F"}),
        ("person=man", {"sex": "M"}),
        ("person=child", {"age_status": "not_sure"}),
        ("person=dependants", {"dependants": 2}),
    ],
)
def test_needs_count_for_whom_one_chose(
    query: str, fields: dict[str, object], cast: Cast, client_of: Browser
) -> None:
    case = files.received(cast)
    need(case, cast.coordinator, **fields)
    need(case, cast.coordinator, sex="X", languages=["fr"])
    client = client_of(cast.coordinator)
    assert "2 needs were asked there" in shown(client)
    assert "1 need was asked there" in shown(client, query)


def test_over_time_each_month_stands_once_with_its_last_day(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    assert "Nothing was counted yet" in shown(client)
    house = files.service(cast, region="QV01", places_free=1)
    for day, free in (((2026, 9, 7), 1), ((2026, 9, 28), 3), ((2026, 10, 5), 2)):
        Service.objects.filter(pk=house.pk).update(places_free=free)
        keep_coverage(datetime(*day, tzinfo=UTC).date())
    html = shown(client, "kind=shelter&region=QV01")
    all_ = len(listed("services").codes) * len(country().regions)
    assert f">{all_ - 1}<" in html
    assert "28 Sept 2026" in html or "28 Sep 2026" in html
    assert "7 Sep" not in html
    assert html.index("Oct 2026") < html.index("Sep")


def test_over_time_follows_the_language(cast: Cast, client_of: Browser) -> None:
    files.service(cast, region="QV01", languages=["sq"])
    keep_coverage(NOW.date())
    client, all_ = (
        client_of(cast.coordinator),
        len(listed("services").codes) * len(country().regions),
    )
    assert f">{all_ - 1}<" in shown(client, "language=sq")
    assert f">{all_ - 1}<" not in shown(client, "language=fr")
    chosen = "kind=shelter&region=QV01&language=fr"
    assert "Nothing was kept of this kind in this region." in shown(client, chosen)


@pytest.mark.parametrize("who", ["provider", "first_responder", "manager_a", "statistician"])
def test_the_page_is_for_the_bureau(who: str, cast: Cast, client_of: Browser) -> None:
    assert client_of(cast.users[who]).get(PAGE).status_code == 403


def test_every_kind_and_region_has_its_square(cast: Cast, client_of: Browser) -> None:
    html = shown(client_of(cast.coordinator))
    kinds, regions = listed("services").codes, country().regions
    assert html.count("<td") >= len(list(product(kinds, regions)))
    assert all(region.label.say("en") in html for region in regions.values())
