"""What a case's timeline tells of needs and offers."""

from datetime import UTC, datetime, timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.actions.offers import accept, decline, offer
from amparo.referrals.timeline import entries
from support import files
from support.cast import Cast

EVENING = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


def told(case: Case, user: User) -> list[tuple[str, str]]:
    with acting_as(user):
        found = sorted(entries(case), key=lambda entry: entry.moment)
    return [(str(entry.title).replace("\xa0", " "), str(entry.text)) for entry in found]


@pytest.fixture
def case(cast: Cast) -> Case:
    with clock.at(EVENING - timedelta(hours=1)):
        return files.consented(cast)


def test_the_timeline_tells_who_said_no_and_why_and_who_said_yes(cast: Cast, case: Case) -> None:
    with clock.at(EVENING):
        first = files.offered(cast, case, name_en="Aster House")
    with clock.at(EVENING + timedelta(minutes=10)):
        decline(first, by=cast.provider, reason="no_language")
    house = files.service(cast, "second_shelter", name_en="Zinnia House")
    with clock.at(EVENING + timedelta(minutes=12)):
        second = offer(first.need, house, by=cast.first_responder)
    with clock.at(EVENING + timedelta(minutes=60)):
        accept(second, by=cast.second_provider)
    assert told(case, cast.coordinator)[1:] == [
        ("The need was offered to Aster House, without identity", ""),
        ("Aster House declined after 10 minutes", "Nobody speaks the language"),
        ("The need was offered to Zinnia House, without identity", ""),
        ("Zinnia House accepted after 48 minutes", ""),
    ]


def test_the_need_itself_stands_on_the_timeline(cast: Cast, case: Case) -> None:
    files.offered(cast, case)
    assert ("A need was recorded", "Shelter · north · Tonight") in told(case, cast.coordinator)


def test_the_case_gathers_these_entries(cast: Cast, case: Case) -> None:
    files.offered(cast, case)
    with acting_as(cast.coordinator):
        titles = [str(entry.title) for entry in timeline(case)]
    assert "A need was recorded" in titles
