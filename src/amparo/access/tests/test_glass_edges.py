"""The edges of an opening in an emergency: what is enough, who is told, to which second."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.glass.actions import check_reason, open_in_emergency
from amparo.access.glass.models import Alert, Glass
from amparo.access.glass.queries import glasses, through_glass
from amparo.access.policy import THE_FILE, Act, Purpose, Recipient
from amparo.access.queries import grants
from amparo.access.standing import Refused, is_allowed, standing_of
from amparo.methods import clock
from amparo.people.models import User
from amparo.people.queries import as_of_now
from support.cast import Cast

WHY = "She is in danger tonight."


def opened(by: User, case: UUID | None = None) -> Glass:
    return open_in_emergency(case or uuid4(), by=as_of_now(by), reason=WHY)


def test_three_words_are_a_reason_and_two_are_not() -> None:
    assert check_reason("  in   danger now ") == "in danger now"
    with pytest.raises(Refused):
        check_reason("in danger")


def test_a_file_shared_for_casework_alone_is_opened_for_its_names(cast: Cast) -> None:
    case = uuid4()
    share(
        case, cast.units["centre_b"], (Purpose.CASEWORK,), by=cast.coordinator, under=OWN_RECORD,
        recipient=Recipient.OWN,
    )  # fmt: skip
    opened(cast.manager_b, case)
    assert is_allowed(as_of_now(cast.manager_b), Act.OPEN_IDENTITY, case)


def test_it_is_open_at_once_to_whoever_asked_before(cast: Cast) -> None:
    case, user = uuid4(), as_of_now(cast.manager_b)
    standing_of(user)
    assert not is_allowed(user, Act.SEE_CASE, case)
    open_in_emergency(case, by=user, reason=WHY)
    assert is_allowed(user, Act.SEE_CASE, case)


def test_nobody_is_told_of_what_they_opened_themselves(cast: Cast) -> None:
    cast.stranger.memberships.update(unit=cast.units["centre_b"])
    cast.stranger.memberships.create(
        unit=cast.auditor.memberships.get().unit, since=clock.now().date()
    )
    glass = opened(cast.stranger)
    told = set(Alert.objects.filter(glass=glass).values_list("to", flat=True))
    assert cast.auditor.pk in told
    assert cast.stranger.pk not in told


def test_a_mail_service_that_is_down_takes_back_no_opening(
    cast: Cast, settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:  # fmt: skip
    settings.EMAIL_BACKEND = "amparo.access.tests.failing.Backend"
    case = uuid4()
    with django_capture_on_commit_callbacks(execute=True) as sent:
        opened(cast.manager_b, case)
    assert len(sent) == 1
    assert is_allowed(as_of_now(cast.manager_b), Act.SEE_CASE, case)


def test_what_was_opened_in_the_hour_counts_from_its_first_moment_to_before_its_last(
    cast: Cast,
) -> None:
    case, by = uuid4(), cast.manager_b
    glass, second = opened(by, case), timedelta(microseconds=1)
    moments = {
        (by.pk, glass.at): True,
        (by.pk, glass.at - second): False,
        (by.pk, glass.until - second): True,
        (by.pk, glass.until): False,
        (cast.manager_a.pk, glass.at): False,
    }
    with acting_as(by):
        found = through_glass(case, list(moments))
    assert found == {moment for moment, inside in moments.items() if inside}


def test_openings_come_newest_first_with_all_that_their_list_says(cast: Cast) -> None:
    with clock.at(clock.now() - timedelta(minutes=20)):
        old = opened(cast.manager_b)
    new = opened(cast.panel)
    with acting_as(cast.auditor):
        rows = list(glasses().newest_first())
        with CaptureQueriesContext(connection) as asked:
            told = [(row.pk, str(row.by), row.unit.name, row.reason.text) for row in rows]
            assert [hasattr(row, "review") for row in rows] == [False, False]
    assert told == [
        (row.pk, str(row.by), row.unit.name, WHY) for row in (new, old)
    ]  # fmt: skip
    assert len(asked) == 0


def test_openings_of_one_moment_stand_in_one_order(cast: Cast) -> None:
    with clock.at(clock.now()):
        made = [opened(cast.manager_b) for _ in range(6)]
    with acting_as(cast.auditor):
        assert [row.pk for row in glasses().newest_first()] == sorted(row.pk for row in made)


def test_the_units_of_shares_are_read_with_them(cast: Cast) -> None:
    case = uuid4()
    share(
        case, cast.units["centre_b"], THE_FILE, by=cast.coordinator, under=OWN_RECORD,
        recipient=Recipient.OWN,
    )  # fmt: skip
    with acting_as(cast.coordinator):
        rows = list(grants().of_case(case).with_unit())
        with CaptureQueriesContext(connection) as asked:
            assert {row.unit.name for row in rows} == {cast.units["centre_b"].name}
    assert len(asked) == 0
