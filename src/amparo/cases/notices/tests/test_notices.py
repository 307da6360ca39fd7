"""Who is told of what is due and late, once, and what the mail does not say."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.notices.actions import see_all, tell
from amparo.cases.notices.models import Notice
from amparo.cases.notices.queries import notices_of
from amparo.cases.tasks import tell_of_clocks
from amparo.methods import clock
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LAST_MORNING = MONDAY + 7 * DAY - timedelta(hours=2)  # five working days after: due at nine
TUESDAY = MONDAY + 8 * DAY


def told(user: User) -> list[tuple[str, str]]:
    with acting_as(user):
        return sorted((str(row.clock), row.kind) for row in notices_of(user).newest_first())


@pytest.fixture
def received(cast: Cast) -> Case:
    with clock.at(MONDAY):
        return files.received(cast)


def test_the_authority_is_told_on_the_last_day_and_again_when_it_is_late(
    cast: Cast, received: Case
) -> None:
    with clock.at(MONDAY + DAY):
        assert not tell(by=cast.panel)
    with clock.at(LAST_MORNING):
        assert tell(by=cast.panel)
        assert told(cast.panel) == [("first_decision", "due")]
    with clock.at(TUESDAY):
        tell(by=cast.panel)
    assert told(cast.panel) == [("first_decision", "due"), ("first_decision", "late")]


def test_the_bureau_is_told_of_what_is_late_with_others_and_only_then(
    cast: Cast, received: Case
) -> None:
    with clock.at(LAST_MORNING):
        tell(by=cast.coordinator)
        assert told(cast.coordinator) == []
    with clock.at(TUESDAY):
        tell(by=cast.coordinator)
    assert told(cast.coordinator) == [("first_decision", "watched")]


def test_nobody_is_told_twice_nor_of_a_file_they_may_not_see(cast: Cast, received: Case) -> None:
    with clock.at(TUESDAY):
        for _ in range(2):
            for user in cast.users.values():
                tell(by=user)
    of_everybody = {name: told(user) for name, user in cast.users.items()}
    assert {name: rows for name, rows in of_everybody.items() if rows} == {
        "panel": [("first_decision", "late")],
        "coordinator": [("first_decision", "watched")],
    }


def test_the_database_shows_a_notice_to_its_reader_alone(cast: Cast, received: Case) -> None:
    with clock.at(TUESDAY):
        tell(by=cast.panel)
    for name, user in cast.users.items():
        with acting_as(user):
            assert Notice.objects.count() == (1 if name == "panel" else 0)


def test_a_notice_is_gone_once_the_clock_is_met_or_the_file_no_longer_shared(
    cast: Cast, received: Case
) -> None:
    with clock.at(TUESDAY):
        tell(by=cast.panel)
        with acting_as(cast.panel):
            assert notices_of(cast.panel).still_true(cast.panel).count() == 1
        decide(
            received,
            State.NOT_PRESUMED,
            by=cast.panel,
            reason="grounds_not_found",
            findings=files.NOT_FOUND,
        )
        with acting_as(cast.panel):
            assert notices_of(cast.panel).still_true(cast.panel).count() == 0


def test_mail_calls_once_to_the_desk_and_says_nothing_of_the_case(
    cast: Cast, received: Case, mailoutbox: list[EmailMessage]
) -> None:
    with clock.at(TUESDAY):
        tell_of_clocks(timestamp=0)
        tell_of_clocks(timestamp=0)
    (message,) = mailoutbox
    assert set(message.bcc) == {cast.panel.email, cast.coordinator.email}
    assert message.to == []
    for word in (received.reference, received.pseudonym, "decision", "late"):
        assert word not in f"{message.subject} {message.body}"


def test_mail_calls_again_only_after_the_last_notices_were_seen(cast: Cast, received: Case) -> None:
    with clock.at(LAST_MORNING):
        assert tell(by=cast.panel)
    with clock.at(TUESDAY):
        assert not tell(by=cast.panel)
        see_all(by=cast.panel)
        files.received(cast)
    with clock.at(TUESDAY + 30 * DAY):
        assert tell(by=cast.panel)


def test_the_page_lists_what_is_new_and_marks_it_as_seen(cast: Cast, client_of: Browser) -> None:
    with clock.at(clock.now() - 20 * DAY):
        case = files.received(cast)
    tell(by=cast.panel)
    client = client_of(cast.panel)
    assert "1 new notice" in client.get("/").content.decode()
    page = client.get("/files/notices/").content.decode()
    assert case.reference in page
    after = client.post("/files/notices/", follow=True).content.decode()
    assert case.reference in after
    assert "1 new notice" not in client.get("/").content.decode()
