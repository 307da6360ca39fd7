"""What is due when, as of a day, and what was sent of it."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from amparo.commitments.actions import load_asks
from amparo.commitments.due.presenters import groups
from amparo.commitments.due.rows import Due, dues, spans_of
from amparo.commitments.due.whom import asked_of_us
from amparo.commitments.following.models import Institution, Sending
from amparo.commitments.following.tests.steps import at, page_of, send, words
from amparo.commitments.models import Ask, Clause
from amparo.commitments.queries import asks
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]
DAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def asked(db: None) -> None:
    load_asks()


def one(document: str, number: str) -> Ask:
    return asks().get(document=document, number=number)


def row(document: str, number: str, on: date = DAY) -> Due:
    (found,) = [d for d in dues(on) if d.ask == one(document, number)]
    return found


def listed(client: Client, query: str = "?on=2026-11-21") -> dict[str, list[str]]:
    """The paragraphs of each group, in its order."""
    page = client.get(at("due") + query).content.decode()
    found = {}
    for section in page.split('<section class="due-group"')[1:]:
        heading = re.sub(r"<svg.*?</svg>|<span.*?</span>", "", section.split("</h2>")[0])
        name = heading.split(">")[-1].strip()
        found[name] = re.findall(r'class="token" href="[^"]*"><bdi>([^<]*)</bdi>', section)
    return found


def test_on_a_day_it_is_known_what_is_open_what_is_next_and_what_is_past(keeper: Client) -> None:
    shown = listed(keeper)
    assert list(shown) == ["Open now", "Next", "Past", "Without a date"]
    assert "S4-I ¶27" in shown["Open now"]
    assert shown["Next"].index("S2 ¶5") < shown["Next"].index("S2 ¶4")
    assert "S3 ¶11" in shown["Past"] and "S2 ¶4" in shown["Past"]
    assert "S1 ¶4" in shown["Without a date"]
    assert "S0 ¶5" not in str(shown), "it has no window at all"


def test_the_days_are_those_of_the_calendar_of_the_bodies() -> None:
    opened = row("S4-I", "27").standing.open
    assert opened and opened.first <= DAY <= opened.last and opened.last.year == 2027
    world_day = row("S2", "5").standing.next
    assert world_day and world_day.first == world_day.last == date(2027, 7, 30)
    appraisal = row("S2", "4").standing.next
    assert appraisal and appraisal.first.year == 2029


def test_every_ask_with_a_window_stands_somewhere() -> None:
    named = {each.label for group in groups(dues(DAY), DAY) for each in group.lines}
    assert len(named) == asks().exclude(window="none").count() == 53


@pytest.mark.parametrize(
    ("whom", "there", "not_there"),
    [("us", "S4-I ¶10", "S4-I ¶27"), ("bodies", "S4-I ¶27", "S4-I ¶10")],
)
def test_the_list_is_narrowed_to_what_is_asked_of_us_or_of_the_bodies(
    keeper: Client, whom: str, there: str, not_there: str
) -> None:
    shown = str(listed(keeper, f"?on=2026-11-21&whom={whom}"))
    assert there in shown and not_there not in shown


def test_once_its_clauses_are_laid_out_they_say_whom_an_ask_is_put_to() -> None:
    ask = one("S4-I", "27")
    assert ask.pk not in asked_of_us([ask])
    Clause.objects.create(
        ask=ask, nth=0, verb="Prie", force="requests", addressees=["states"], words="…"
    )
    assert ask.pk in asked_of_us(list(asks()))


def test_the_list_is_narrowed_to_one_institution(keeper: Client) -> None:
    send(keeper, at("new_institution"), name_en="Ministry of Law", name_fr="Ministère du droit")
    institution = Institution.objects.get()
    send(keeper, at("charge", one("S2", "5").pk), institution=institution.pk)
    shown = listed(keeper, f"?on=2026-11-21&institution={institution.pk}")
    assert shown == {
        "Open now": [], "Next": ["S2 ¶5"], "Past": ["S2 ¶5"], "Without a date": [],
    }  # fmt: skip


def test_what_was_sent_is_noted_for_its_window_and_no_longer_missing(keeper: Client) -> None:
    ask = one("S2", "5")
    past = row("S2", "5").standing.past
    assert past and row("S2", "5").is_missing(past)
    assert "nothing was sent" in words(keeper, at("due") + "?on=2026-11-21&whom=us")
    sent = {"opens": past.first, "sent_on": "2026-08-02", "what": "A report of the campaign."}
    send(keeper, at("sent", ask.pk), **sent)
    assert not row("S2", "5").is_missing(past)
    assert "A report of the campaign." in words(keeper, at("due") + "?on=2026-11-21")
    assert "A report of the campaign." in words(keeper, page_of(ask))
    send(keeper, at("unsent", Sending.objects.get().pk))
    assert row("S2", "5").is_missing(past)


def test_nothing_is_noted_for_a_day_to_come_or_a_window_that_there_is_not(keeper: Client) -> None:
    where = at("sent", one("S2", "5").pk)
    for data, told in (
        ({"opens": "2026-07-30", "sent_on": "2999-01-01"}, "This day is still to come."),
        ({"opens": "2026-07-29", "sent_on": "2026-08-02"}, "Select a valid choice."),
    ):
        assert told in keeper.post(where, data).content.decode()
    assert "This ask has no window with days" in words(keeper, at("sent", one("S1", "4").pk))
    assert not Sending.objects.exists()


def test_the_windows_that_are_offered_are_the_last_ones_and_the_next() -> None:
    offered = [span.first for span in spans_of(one("S2", "5"), DAY)]
    assert offered[:2] == [date(2027, 7, 30), date(2026, 7, 30)]
    assert len(offered) == 8


def test_what_somebody_set_aside_is_missed_by_nobody(keeper: Client) -> None:
    ask = one("S2", "5")
    send(keeper, at("progress", ask.pk), state="not_ours", why="The Assembly does it.")
    past = row("S2", "5").standing.past
    assert past and not row("S2", "5").is_missing(past)


def test_a_window_that_cannot_be_read_stands_among_the_undated(keeper: Client) -> None:
    Ask.objects.filter(document="S2", number="5").update(window="soon:ish")
    assert "S2 ¶5" in listed(keeper)["Without a date"]


def test_the_list_is_in_french_and_a_day_that_is_none_is_refused(keeper: Client) -> None:
    assert "Enter a valid date." in words(keeper, at("due") + "?on=someday")
    keeper.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    assert "81" in words(keeper, at("due") + "?on=2026-11-21")


def test_whoever_keeps_nothing_reads_the_list_without_a_button(
    cast: Cast, client_of: ClientOf
) -> None:
    page = client_of(cast.stranger).get(at("due")).content.decode()
    assert "S4-I ¶27" in page and "/sent/" not in page


def test_what_is_asked_of_parties_is_not_ours_once_we_say_that_we_are_none(keeper: Client) -> None:
    ask = one("S4-V", "1")
    Clause.objects.create(
        ask=ask, nth=0, verb="Prie", force="requests", addressees=["states_parties"], words="…"
    )
    assert row("S4-V", "1").asked_of_us
    for instrument in ask.instruments:
        send(keeper, at("bond", instrument), kind="none")
    assert not row("S4-V", "1").asked_of_us
