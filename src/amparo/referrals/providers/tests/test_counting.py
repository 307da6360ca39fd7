"""What the database counts of services is what plain Python counts, on offers made by chance."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.directory.models import Service
from amparo.directory.queries import every_service
from amparo.methods import clock
from amparo.referrals.models import Need, Offer, OfferStatus
from amparo.referrals.periods import first_moment, months_back
from amparo.referrals.providers.queries import Line, half_of_all, lines
from amparo.referrals.queries import offers_for
from support import files
from support.cast import Cast

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
STATES = ("offered", "accepted", "declined", "declined", "recalled")
REASONS = ("no_place", "no_language", "other")
LONG = timedelta(days=200)


@dataclass(frozen=True)
class Made:
    """An offer as plain Python knows it; `took` is None while it waits."""

    service: Service
    at: datetime
    state: str
    reply_by: datetime
    took: timedelta | None
    reason: str

    @property
    def is_late(self) -> bool:
        return (self.at + self.took if self.took else NOW) > self.reply_by


def by_chance(chance: Random, service: Service) -> Made:
    at = NOW - chance.random() * LONG
    state = chance.choice(STATES)
    took = None if state == "offered" else chance.random() * min(NOW - at, timedelta(hours=9))
    reason = chance.choice(REASONS) if state == "declined" else ""
    return Made(service, at, state, at + timedelta(hours=chance.choice((1, 4))), took, reason)


def store(made: Made, case: Case, cast: Cast) -> None:
    need = Need.objects.create(
        case=case, kind="shelter", urgency="days", sex="F", age_status="adult", region="QV01",
        at=made.at, by=cast.coordinator,
    )  # fmt: skip
    closed = made.at + made.took if made.took is not None else None
    about = {"case_id": case.pk, "unit": made.service.unit}
    offer = Offer.objects.create(
        need=need, service=made.service, state=made.state, at=made.at, reply_by=made.reply_by,
        answered_at=closed, **about,
    )  # fmt: skip
    for state in {"offered", made.state}:
        OfferStatus.objects.create(
            offer=offer, state=state, reason=made.reason if state == "declined" else "",
            at=closed or made.at, by=cast.coordinator, **about,
        )  # fmt: skip


def reference(service: Service, offers: list[Made]) -> Line:
    mine = [made for made in offers if made.service == service]
    states = Counter(made.state for made in mine)
    took = [m.took.total_seconds() for m in mine if m.state in STATES[1:3] and m.took is not None]
    return Line(
        service, len(mine), states["accepted"], states["declined"], states["recalled"],
        sum(made.is_late for made in mine),
        timedelta(seconds=median(took)) if took else None,
        Counter(made.reason for made in mine if made.reason),
    )  # fmt: skip


@pytest.fixture
def frozen() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def houses(frozen: None, cast: Cast) -> list[Service]:
    return [files.service(cast, unit, places_free=free, name_en=f"House {free}")
            for unit, free in (("shelter", 0), ("shelter", 2), ("second_shelter", 4))]  # fmt: skip


def close(one: timedelta | None, two: timedelta | None) -> bool:
    if one is None or two is None:
        return one is two
    return abs(one - two) < timedelta(milliseconds=1)


@pytest.mark.parametrize("seed", range(4))
def test_the_database_counts_as_plain_python_does(
    seed: int, cast: Cast, houses: list[Service]
) -> None:
    chance, case = Random(seed), files.received(cast)
    silent = files.service(cast, name_en="Never asked")
    since = first_moment(3)
    with acting_as(cast.coordinator):
        made = [by_chance(chance, chance.choice(houses)) for _ in range(40)]
        for each in made:
            store(each, case, cast)
        asked = offers_for(cast.coordinator).made_since(since)
        found = {line.service: line for line in lines(every_service(), asked, NOW)}
        of_all = half_of_all(asked, found)
    within = [each for each in made if each.at >= since]
    assert set(found) == {*houses, silent}
    for service, line in found.items():
        expected = reference(service, within)
        assert close(line.half, expected.half)
        assert vars(line) | {"half": None} == vars(expected) | {"half": None}
    took = [m.took.total_seconds() for m in within if m.state in STATES[1:3] and m.took]
    assert close(of_all, timedelta(seconds=median(took)))


def test_the_slowest_stand_first_and_then_the_fullest(cast: Cast, houses: list[Service]) -> None:
    full, half, empty = houses
    case = files.received(cast)
    late = Made(empty, NOW - timedelta(hours=3), "offered", NOW - timedelta(hours=2), None, "")
    with acting_as(cast.coordinator):
        store(late, case, cast)
        found = lines(every_service(), offers_for(cast.coordinator), NOW)
    assert [line.service for line in found] == [empty, full, half]
    assert [line.load for line in found] == [0.0, 1.0, 0.5]


def test_a_closed_service_stands_there_only_if_it_was_asked(
    cast: Cast, houses: list[Service]
) -> None:
    case, closed = files.received(cast), files.service(cast, active=False)
    also = files.service(cast, active=False)
    asked = Made(closed, NOW - timedelta(hours=3), "declined", NOW, timedelta(hours=1), "other")
    with acting_as(cast.coordinator):
        store(asked, case, cast)
        shown = {line.service for line in lines(every_service(), offers_for(cast.coordinator), NOW)}
    assert closed in shown
    assert also not in shown


def test_many_services_are_counted_in_as_many_questions_as_one(
    cast: Cast, houses: list[Service]
) -> None:
    def asked() -> int:
        with acting_as(cast.coordinator), CaptureQueriesContext(connection) as captured:
            lines(every_service(), offers_for(cast.coordinator), NOW)
        return len(captured)

    asked()  # who one is, is known from then on
    few = asked()
    assert few == 2
    for _ in range(12):
        files.service(cast)
    assert asked() == few


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2026, 11, 27), 3, (2026, 8, 27)),
        ((2026, 5, 31), 3, (2026, 2, 28)),
        ((2024, 5, 31), 3, (2024, 2, 29)),
        ((2026, 3, 15), 12, (2025, 3, 15)),
        ((2026, 1, 1), 6, (2025, 7, 1)),
    ],
)
def test_months_are_counted_back_as_people_do(
    day: tuple[int, int, int], months: int, expected: tuple[int, int, int]
) -> None:
    assert months_back(datetime(*day, tzinfo=UTC).date(), months) == (
        datetime(*expected, tzinfo=UTC).date()
    )
