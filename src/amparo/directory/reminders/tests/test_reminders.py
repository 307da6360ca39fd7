"""A number that grew too old is asked for by mail: once, and by one mail a day at most."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPException

import pytest
from django.core.mail import EmailMessage
from procrastinate.contrib.django import app

from amparo.directory.actions.places import count_places
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.directory.reminders.actions import remind
from amparo.directory.reminders.models import Reminder
from amparo.directory.tasks import remind_of_places
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import Membership
from support import files
from support.cast import Cast

MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DAY = timedelta(days=1)
FRESH = timedelta(hours=country().clocks["places_fresh"].amount)


def house(cast: Cast, unit: str = "shelter", *, said: datetime | None = MORNING) -> Service:
    return files.service(cast, unit, name_en="Aster House", places_updated_at=said)


def run(moment: datetime) -> None:
    with clock.at(moment):
        remind_of_places(timestamp=0)


def told(mailoutbox: list[EmailMessage]) -> list[list[str]]:
    return [sorted(message.bcc) for message in mailoutbox]


def test_who_has_said_it_lately_is_left_alone(cast: Cast, mailoutbox: list[EmailMessage]) -> None:
    house(cast)
    run(MORNING + FRESH)
    assert not mailoutbox
    run(MORNING + FRESH + timedelta(seconds=1))
    assert told(mailoutbox) == [[cast.provider.email]]


def test_the_mail_says_nothing_of_what_it_is_about(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    house(cast, said=None)
    run(MORNING)
    (message,) = mailoutbox
    assert message.to == []
    for word in ("Aster", "House", "place", "free", "shelter", "confirm"):
        assert word not in f"{message.subject} {message.body}".lower().replace("first page", "")


def test_one_is_told_once_until_the_number_was_said_and_is_old_again(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    place, late = house(cast), MORNING + FRESH + DAY
    for day in range(5):
        run(late + day * DAY)
    assert len(mailoutbox) == 1
    with clock.at(late + 5 * DAY):
        count_places(place, 0, by=cast.provider)
    run(late + 5 * DAY + FRESH)
    assert len(mailoutbox) == 1
    run(late + 6 * DAY + FRESH)
    assert len(mailoutbox) == 2


def test_a_number_that_was_never_said_is_asked_for_once(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    house(cast, said=None)
    for day in range(3):
        run(MORNING + day * DAY)
    assert len(mailoutbox) == 1


def test_on_one_day_nobody_gets_two_however_often_it_runs(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    house(cast, said=None)
    run(MORNING)
    house(cast, said=None)
    house(cast, "second_shelter", said=None)
    run(MORNING + timedelta(hours=2))
    assert told(mailoutbox) == [[cast.provider.email]]
    run(MORNING + DAY)
    assert told(mailoutbox)[1:] == [sorted([cast.provider.email, cast.second_provider.email])]
    assert Reminder.objects.count() == 3


def test_several_old_numbers_of_one_unit_are_one_mail(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    for _ in range(3):
        house(cast, said=None)
    run(MORNING)
    assert told(mailoutbox) == [[cast.provider.email]]


def test_a_closed_service_and_a_unit_without_people_are_not_called(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    files.service(cast, active=False)
    house(cast, "second_shelter", said=None)
    membership = Membership.objects.filter(user=cast.second_provider)
    membership.update(until=datetime(2026, 11, 1, tzinfo=UTC).date())
    run(MORNING)
    assert not mailoutbox
    membership.update(until=None)
    run(MORNING + DAY)
    assert told(mailoutbox) == [[cast.second_provider.email]]


def test_a_unit_that_keeps_no_places_is_not_called(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    house(cast, "centre_a", said=None)
    run(MORNING)
    assert not mailoutbox


def test_what_could_not_be_sent_was_not_said(
    cast: Cast, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(message: EmailMessage) -> int:
        raise SMTPException

    house(cast, said=None)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", fail)
        with pytest.raises(SMTPException):
            run(MORNING)
    assert not Reminder.objects.exists()
    run(MORNING)
    assert len(mailoutbox) == 1


def test_what_was_said_goes_with_the_service(cast: Cast) -> None:
    place = house(cast, said=None)
    with clock.at(MORNING):
        assert remind() == 1
        assert remind() == 0
    assert services().get(pk=place.pk).reminders.count() == 1


def test_the_worker_reminds_each_morning() -> None:
    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons["amparo.directory.tasks.remind_of_places"] == "30 7 * * *"
