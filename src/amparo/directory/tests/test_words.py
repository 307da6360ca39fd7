"""A service in words."""

from datetime import UTC, datetime, timedelta

import pytest

from amparo.directory import presenters, regions
from amparo.directory.models import Location, Service
from amparo.people.country import country

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 120, "any age"),
        (18, 120, "from 18 years"),
        (0, 17, "up to 17 years"),
        (12, 17, "from 12 to 17 years"),
    ],
)
def test_the_ages_a_service_takes(low: int, high: int, words: str) -> None:
    assert presenters.ages(Service(age_min=low, age_max=high)) == words


def test_the_number_of_places_says_how_old_it_is() -> None:
    service = Service(places_updated_at=NOW - timedelta(hours=3, minutes=20))
    assert presenters.freshness(service, NOW).replace("\xa0", " ") == "updated 3 hours ago"


def test_a_number_that_nobody_confirmed_says_to_call_first() -> None:
    fresh = timedelta(hours=country().clocks["places_fresh"].amount)
    on_the_edge = Service(places_updated_at=NOW - fresh)
    assert not on_the_edge.is_stale_at(NOW)
    assert on_the_edge.is_stale_at(NOW + timedelta(seconds=1))
    words = presenters.freshness(on_the_edge, NOW + timedelta(seconds=1)).replace("\xa0", " ")
    assert words == "not confirmed for 2 days: call first"


def test_a_number_never_updated_says_so() -> None:
    assert presenters.freshness(Service(), NOW) == "not updated yet: call first"


def test_a_confidential_service_never_shows_its_address() -> None:
    [sentence] = presenters.addresses(Service(confidential=True))
    assert "only to units" in sentence


def test_an_open_service_shows_its_address() -> None:
    assert presenters.address(Location(address="6 rue de la Balance")) == "6 rue de la Balance"


def test_a_region_has_the_name_its_country_gives_it() -> None:
    assert regions.label("QV02") == "Tessombre"


def test_a_region_the_country_does_not_know_is_shown_as_it_is() -> None:
    assert regions.label("north") == "north"


def test_a_service_says_what_else_it_is_and_is_silent_where_it_says_nothing() -> None:
    plain = Service(capacity_unit="room")
    assert [(row.key, str(row.value)) for row in presenters.profile(plain)] == [
        ("A place is", "Room")
    ]
    full = Service(forms=["LABOUR"], accessibility=["step_free"], not_asked=["citizenship"])
    assert [row.key for row in presenters.profile(full)] == [
        "Made for", "Usable for", "A place is", "May not ask about",
    ]  # fmt: skip
