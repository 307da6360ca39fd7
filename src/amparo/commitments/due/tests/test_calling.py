"""Who is called when a window opens and before it ends, and what stands on their first page."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPException

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django import app

from amparo.commitments.actions import load_asks
from amparo.commitments.following.actions.asks import note_sending, put_in_charge
from amparo.commitments.following.actions.register import add_institution
from amparo.commitments.following.models import Call
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks
from amparo.commitments.tasks import call_to_what_is_due
from amparo.methods import clock
from amparo.people.models import Membership, Unit, User
from support.cast import Cast

ClientOf = Callable[[User], Client]
DAY = timedelta(days=1)
WORLD_DAY = datetime(2027, 7, 30, 7, 40, tzinfo=UTC)


@pytest.fixture
def world_day(db: None) -> Ask:
    """S2 ¶5, of all the one that is due: 30 July of each year."""
    load_asks()
    Ask.objects.exclude(document="S2", number="5").update(window="none")
    return asks().get(document="S2", number="5")


def run(moment: datetime) -> None:
    with clock.at(moment):
        call_to_what_is_due(timestamp=0)


def told(mailoutbox: list[EmailMessage]) -> list[list[str]]:
    return [sorted(message.bcc) for message in mailoutbox]


def charge(ask: Ask, cast: Cast, unit: Unit | None) -> None:
    by = cast.coordinator
    row = add_institution(by=by, name_en="Ministry", name_fr="Ministère", unit=unit)
    put_in_charge(ask, row, by=by)


def test_the_bureau_is_called_60_and_14_days_before_and_on_the_day_once_each(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage]
) -> None:
    run(WORLD_DAY - 61 * DAY)
    assert not mailoutbox
    for days in (60, 59, 14, 13, 1, 0):
        run(WORLD_DAY - days * DAY)
        run(WORLD_DAY - days * DAY)
    assert told(mailoutbox) == [[cast.coordinator.email]] * 3
    kinds = set(Call.objects.values_list("opens", "kind"))
    assert kinds == {(date(2027, 7, 30), kind) for kind in ("60", "14", "opens")}


def test_the_people_of_the_institution_in_charge_are_called_instead(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage]
) -> None:
    charge(world_day, cast, cast.units["shelter"])
    run(WORLD_DAY - 60 * DAY)
    assert told(mailoutbox) == [[cast.provider.email]]


@pytest.mark.parametrize("unit", [None, "shelter"])
def test_where_nobody_works_for_the_institution_the_bureau_is_called(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage], unit: str | None
) -> None:
    Membership.objects.filter(user=cast.provider).update(until=date(2026, 1, 1))
    charge(world_day, cast, cast.units[unit] if unit else None)
    run(WORLD_DAY - 60 * DAY)
    assert told(mailoutbox) == [[cast.coordinator.email]]


def test_the_mail_says_nothing_of_what_it_is_about(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage]
) -> None:
    run(WORLD_DAY)
    (message,) = mailoutbox
    for word in ("S2", "nation", "report", "30", "due"):
        assert word not in f"{message.subject} {message.body}"


def test_what_was_sent_is_not_called_for_and_the_next_year_it_is_again(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage]
) -> None:
    with clock.at(WORLD_DAY - 70 * DAY):
        opens = WORLD_DAY.date()
        note_sending(world_day, by=cast.coordinator, opens=opens, sent_on=date(2027, 5, 1))
    run(WORLD_DAY)
    assert not mailoutbox
    run(WORLD_DAY + 365 * DAY)
    assert len(mailoutbox) == 1


def test_what_is_asked_of_the_bodies_calls_nobody_until_somebody_here_answers_for_it(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage]
) -> None:
    Ask.objects.filter(pk=world_day.pk).update(addressees_en=["UNODC"], addressees_fr=["ONUDC"])
    run(WORLD_DAY)
    assert not mailoutbox
    charge(world_day, cast, cast.units["shelter"])
    run(WORLD_DAY)
    assert told(mailoutbox) == [[cast.provider.email]]


def test_what_could_not_be_sent_was_not_said(
    cast: Cast, world_day: Ask, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(message: EmailMessage) -> int:
        raise SMTPException

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", fail)
        with pytest.raises(SMTPException):
            run(WORLD_DAY)
    assert not Call.objects.exists()
    run(WORLD_DAY)
    assert len(mailoutbox) == 1


def test_the_worker_looks_each_morning() -> None:
    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons["amparo.commitments.tasks.call_to_what_is_due"] == "40 7 * * *"


def first_page(client: Client, moment: datetime) -> str:
    with clock.at(moment):
        response = client.get(reverse("home"))
    assert response.status_code == 200
    page: str = response.content.decode()
    return page


def test_it_stands_on_the_first_page_of_whoever_answers_for_it_and_of_nobody_else(
    cast: Cast, client_of: ClientOf, world_day: Ask
) -> None:
    soon = WORLD_DAY - 30 * DAY
    charge(world_day, cast, cast.units["shelter"])
    with clock.at(soon):
        for user in (cast.provider, cast.coordinator, cast.statistician):
            page = first_page(client_of(user), soon)
            assert "Due to the United Nations" in page and "S2 ¶5" in page
        assert "Due to the United Nations" not in first_page(client_of(cast.panel), soon)


def test_the_first_page_says_that_nothing_is_due_yet(
    cast: Cast, client_of: ClientOf, world_day: Ask
) -> None:
    early = WORLD_DAY - 90 * DAY
    with clock.at(early):
        page = first_page(client_of(cast.coordinator), early)
    assert "Nothing is due to the United Nations within 60 days" in page
