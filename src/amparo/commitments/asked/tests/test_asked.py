import csv
import re
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from amparo.commitments.asked import questions
from amparo.commitments.asked.forms import at_least
from amparo.commitments.following.models import Bond, Charge, Institution, Progress
from amparo.commitments.queries import asks
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture
def loaded(db: None) -> None:
    call_command("load_texts", stdout=StringIO())


@pytest.fixture
def browser(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)


def ours() -> set[str]:
    return {str(ask) for ask in questions.to_us(asks())}


def say(instrument: str, kind: str, cast: Cast) -> None:
    bound = date(2004, 5, 1) if kind == Bond.Kind.PARTY else None
    Bond.objects.create(
        instrument=instrument, kind=kind, bound_on=bound, by=cast.coordinator, at=clock.now()
    )


def page_of(browser: Client, **query: str) -> str:
    answer = browser.get(reverse("commitments:asked"), query)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_what_is_asked_of_every_state_is_asked_of_us(loaded: None) -> None:
    assert {"S0 ¶4", "S0 ¶5", "S2 ¶21"} <= ours()
    assert not {"S1 ¶12", "S2 ¶22", "S2 ¶9"} & ours()


def test_what_is_asked_of_those_outside_is_not_asked_of_a_party(loaded: None, cast: Cast) -> None:
    assert "S3 ¶1" in ours()
    for instrument in ("UNTOC", "TIP-PROTOCOL"):
        say(instrument, Bond.Kind.PARTY, cast)
    assert "S3 ¶1" not in ours()


def test_the_latest_word_on_an_instrument_counts(loaded: None, cast: Cast) -> None:
    say("UNTOC", Bond.Kind.PARTY, cast)
    say("UNTOC", Bond.Kind.NONE, cast)
    assert questions.standing_of_the_country() == {"UNTOC": Bond.Kind.NONE}
    assert "S3 ¶1" in ours()


def test_the_list_begins_with_what_is_asked_of_us(loaded: None, browser: Client) -> None:
    page = page_of(browser)
    assert "S0 ¶5" in page and "nobody yet" in page
    assert f"{len(ours())} asks" in page


def test_it_narrows_by_whom_force_text_and_words(loaded: None, browser: Client) -> None:
    page = page_of(browser, whom="secretary_general", document="S2")
    assert "S2 ¶22" in page and "S2 ¶4 " not in page
    assert "S0 ¶5" not in page_of(browser, whom="us", force="urges")
    assert "S0 ¶4" in page_of(browser, whom="us", force="urges")
    assert "No paragraph asks this" in page_of(browser, words="zeppelin")


def test_it_narrows_by_who_is_in_charge_and_where_it_stands(
    loaded: None, browser: Client, cast: Cast
) -> None:
    ask = asks().get(document="S0", number="5")
    bureau = Institution.objects.create(name_en="Ministry of Labour", name_fr="Travail")
    row = {"ask": ask, "by": cast.coordinator, "at": clock.now()}
    Charge.objects.create(institution=bureau, **row)
    Progress.objects.create(state=Progress.State.UNDER_WAY, **row)
    page = page_of(browser, whom="us", institution=str(bureau.pk), state="under_way")
    assert "1 ask " in page and "S0 ¶5" in page and "under way" in page
    assert "S0 ¶5" not in page_of(browser, whom="us", institution="nobody")


def test_an_address_that_was_made_up_shows_what_is_ours(loaded: None, browser: Client) -> None:
    page = page_of(browser, institution="somebody")
    assert "Error" in page and f"{len(ours())} asks" in page


def test_the_sheet_holds_one_line_an_ask(loaded: None, browser: Client) -> None:
    answer = browser.get(reverse("commitments:asked_sheet"), {"whom": "us", "document": "S0"})
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    assert [row["Paragraph"] for row in rows] == [f"S0 ¶{n}" for n in range(1, 8)]
    assert rows[3]["Force"].startswith("urges")


def test_each_step_takes_in_those_above_it() -> None:
    assert list(at_least("requests")) == ["decides", "urges", "requests"]
