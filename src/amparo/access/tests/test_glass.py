"""A file opened in an emergency: to one person, for an hour, with others told (design, 3.1)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.glass.actions import open_in_emergency, review
from amparo.access.glass.models import Alert, Glass, GlassReason, GlassReview
from amparo.access.glass.queries import glasses, told_to
from amparo.access.models import Freeze
from amparo.access.policy import ON_A_CASE, THE_FILE, THROUGH_GLASS, Act, Recipient
from amparo.access.standing import Refused, is_allowed, standing_of
from amparo.audit.models import Decision
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import Mandate, User
from amparo.people.queries import as_of_now
from support.cast import UNITS, Cast

WHY = "She is in danger tonight."
GOOD, BAD = GlassReview.Outcome.JUSTIFIED, GlassReview.Outcome.NOT_JUSTIFIED


def opened(by: User, case: UUID | None = None) -> Glass:
    return open_in_emergency(case or uuid4(), by=as_of_now(by), reason=WHY)


def shared(case: UUID, unit: str, cast: Cast) -> None:
    own = Recipient.OWN
    share(case, cast.units[unit], THE_FILE, by=cast.coordinator, under=OWN_RECORD, recipient=own)


def by_policy(user: User, case: UUID) -> bool:
    return is_allowed(as_of_now(user), Act.SEE_CASE, case)


def by_database(user: User, case: UUID, purpose: str = "casework") -> bool:
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute("SELECT %s IN (SELECT amparo_cases(%s))", [case, purpose])
        return bool(cursor.fetchone()[0])


def walls(user: User, case: UUID) -> tuple[bool, bool]:
    return by_policy(user, case), by_database(user, case)


@pytest.mark.asvs("8.2.2")
def test_it_opens_to_that_person_and_to_no_colleague(cast: Cast) -> None:
    case = uuid4()
    assert walls(cast.manager_b, case) == (False, False)
    opened(cast.manager_b, case)
    assert walls(cast.manager_b, case) == (True, True)
    assert by_database(cast.manager_b, case, "identity")
    cast.stranger.memberships.update(unit=cast.units["centre_b"])
    for colleague in (cast.stranger, cast.manager_a, cast.panel):
        assert walls(colleague, case) == (False, False)


def test_nothing_but_reading_and_a_place_is_allowed(cast: Cast) -> None:
    case = uuid4()
    opened(cast.manager_b, case)
    user = as_of_now(cast.manager_b)
    assert {act for act in ON_A_CASE if is_allowed(user, act, case)} == THROUGH_GLASS


@pytest.mark.parametrize("name", [*UNITS])
def test_only_the_named_mandates_break_it(name: str, cast: Cast) -> None:
    cast.stranger.memberships.update(unit=cast.units[name])
    allowed = {Mandate.FIRST_RESPONDER, Mandate.CASE_MANAGEMENT, Mandate.COMPETENT_AUTHORITY}
    if allowed & set(UNITS[name]):
        opened(cast.stranger)
    else:
        with pytest.raises(Refused, match="no mandate"):
            opened(cast.stranger)


@pytest.mark.parametrize(
    ("after", "open_still"),
    [(timedelta(minutes=59, seconds=59), True), (timedelta(minutes=60), False),
     (timedelta(minutes=60, seconds=1), False), (timedelta(days=-1), True)],
)  # fmt: skip
def test_the_hour_ends_to_the_second_in_both_walls(
    after: timedelta, open_still: bool, cast: Cast
) -> None:
    case = uuid4()
    glass = opened(cast.manager_b, case)
    with clock.at(glass.at + after):
        assert walls(cast.manager_b, case) == (open_still, open_still)


def test_it_is_an_hour_by_the_database_whatever_is_sent(cast: Cast) -> None:
    with acting_as(cast.manager_b):
        sent = Glass(case_id=uuid4(), by=cast.manager_b, unit=cast.units["centre_b"])
        sent.at, sent.until = clock.now(), clock.now() + timedelta(days=30)
        sent.save(force_insert=True)
    sent.refresh_from_db()
    assert sent.until - sent.at == timedelta(minutes=60)


@contextmanager
def process_clock_off(by: timedelta) -> Iterator[None]:
    """The machine of the web process tells the wrong time; the database's does not."""

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # no subclass
            return datetime.now(tz or UTC) + by

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "datetime", Wrong)
        yield


@pytest.mark.parametrize("days", [-1, 1])
def test_with_a_clock_a_day_off_nothing_opens_and_it_is_said(days: int, cast: Cast) -> None:
    with process_clock_off(timedelta(days=days)), pytest.raises(Refused, match="clocks"):
        opened(cast.manager_b)
    assert not Glass.objects.exists()
    assert not entries().filter(actor=cast.manager_b.pk).exists()


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_goes_wrong_later_never_lengthens_the_hour(days: int, cast: Cast) -> None:
    case = uuid4()
    with clock.at(clock.now() - timedelta(minutes=61)):
        opened(cast.manager_b, case)
    with process_clock_off(timedelta(days=days)):
        assert walls(cast.manager_b, case) == (False, False)


def test_a_clock_ahead_closes_early(cast: Cast) -> None:
    case = uuid4()
    opened(cast.manager_b, case)
    with process_clock_off(timedelta(days=1)):
        assert not by_policy(cast.manager_b, case)


def test_the_bureau_and_data_protection_are_told_in_the_same_transaction(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        opened(cast.manager_b)
        assert Alert.objects.count() == 2
        raise ZeroDivisionError
    assert not Alert.objects.exists()
    assert not Glass.objects.exists()
    glass = opened(cast.manager_b)
    assert set(Alert.objects.values_list("to", flat=True)) == {cast.coordinator.pk, cast.auditor.pk}
    for told in (cast.coordinator, cast.auditor):
        with acting_as(told):
            assert [row.reason.text for row in told_to(told)] == [WHY]
    assert not told_to(cast.manager_a).exists()
    assert entries().get(object_id=glass.pk).decision == Decision.GLASS


def test_what_was_typed_shows_to_nobody_else(cast: Cast) -> None:
    opened(cast.manager_b)
    seen = set()
    for name, user in cast.users.items():
        with acting_as(user):
            if GlassReason.objects.exists():
                seen.add(name)
    assert seen == {"manager_b", "coordinator", "auditor"}


def test_the_mail_says_nothing_of_the_case(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    case = uuid4()
    with django_capture_on_commit_callbacks(execute=True):
        glass = opened(cast.manager_b, case)
    [letter] = mail.outbox
    assert set(letter.bcc) == {cast.coordinator.email, cast.auditor.email}
    assert (letter.to, letter.cc) == ([], [])
    said = f"{letter.subject} {letter.body}"
    for word in (str(case), glass.mark, WHY, cast.manager_b.family_name, "emergency", "file"):
        assert word not in said


@pytest.mark.parametrize("reason", ["", "urgent", "very urgent", "  a   b "])
def test_a_reason_that_says_nothing_is_refused(reason: str, cast: Cast) -> None:
    with pytest.raises(Refused, match="three words"):
        open_in_emergency(uuid4(), by=cast.manager_b, reason=reason)


def test_what_is_shared_already_needs_no_emergency(cast: Cast) -> None:
    case = uuid4()
    shared(case, "centre_b", cast)
    with pytest.raises(Refused, match="already"):
        opened(cast.manager_b, case)


@pytest.mark.parametrize(("late", "locked"), [(-1, False), (0, True), (1, True)])
def test_without_a_review_in_72_hours_the_account_is_locked_in_both_walls(
    late: int, locked: bool, cast: Cast
) -> None:
    case = uuid4()
    shared(case, "centre_b", cast)
    glass = opened(cast.manager_b)
    with clock.at(glass.at + timedelta(hours=72, seconds=late)):
        assert walls(cast.manager_b, case) == (not locked, not locked)
        review(glass, by=cast.auditor, outcome=GOOD, reason="Called the duty desk.")
        assert walls(cast.manager_b, case) == (True, True)


@pytest.mark.asvs("8.3.2")
def test_not_justified_closes_at_once(cast: Cast) -> None:
    case = uuid4()
    glass = opened(cast.manager_b, case)
    review(glass, by=cast.auditor, outcome=BAD, reason="Nobody was in danger.")
    assert walls(cast.manager_b, case) == (False, False)


def test_one_review_by_data_protection_and_never_by_whoever_opened(cast: Cast) -> None:
    glass = opened(cast.manager_b)
    for name in ("manager_b", "coordinator", "administrator", "stranger"):
        with pytest.raises(Refused, match="no mandate"):
            review(glass, by=cast.users[name], outcome=GOOD, reason="All is well here.")
    cast.manager_b.memberships.update(unit=cast.units["authority"])
    with pytest.raises(Refused, match="Somebody else"):
        review(glass, by=as_of_now(cast.manager_b), outcome=GOOD, reason="All is well here.")
    review(glass, by=cast.auditor, outcome=GOOD, reason="All is well here.")
    with pytest.raises(Refused, match="already"):
        review(glass, by=cast.auditor, outcome=BAD, reason="All is well here.")
    assert not glasses().unreviewed().exists()


def test_of_a_frozen_or_closed_account_no_right_is_left_in_either_wall(cast: Cast) -> None:
    case = uuid4()
    shared(case, "centre_b", cast)
    shared(case, "panel", cast)
    Freeze.objects.create(user=cast.manager_b, at=clock.now(), by=cast.administrator)
    User.objects.filter(pk=cast.panel.pk).update(is_active=False)
    for user in (cast.manager_b, cast.panel):
        assert walls(user, case) == (False, False)
        assert standing_of(as_of_now(user)).units == frozenset()
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM amparo_units()")
            assert cursor.fetchone()[0] == 0


def test_an_opening_ends_with_the_mandate(cast: Cast) -> None:
    case = uuid4()
    opened(cast.manager_b, case)
    cast.manager_b.memberships.update(unit=cast.units["school"])
    assert walls(cast.manager_b, case) == (False, False)
