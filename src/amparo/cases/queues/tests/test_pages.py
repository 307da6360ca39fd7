"""The page of the queues, the case page and the home page, as somebody clicks through them."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amparo.access.acting import acting_as
from amparo.cases import counting
from amparo.cases.actions.closings import propose_closing
from amparo.cases.models import Case
from amparo.cases.queues.actions import assign
from amparo.cases.queues.models import Assignment
from amparo.cases.queues.queries import Desk
from amparo.cases.queues.tests.carrying import carrier, colleague, give
from amparo.cases.tests.sendings import withdrawn
from amparo.methods import clock
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
QUEUE = "/files/queue/"


def shown(client: Client, address: str = QUEUE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def page(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(html)
    return found


def boxes(html: str) -> list[str]:
    """What the boxes of the page would send, in their order."""
    return [box.attrib["value"] for box in page(html).iterfind(".//input[@name='chosen']")]


def files_of(html: str) -> list[str]:
    return [value.partition(":")[0] for value in boxes(html)]


def said(html: str) -> str:
    """The words without their tags."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_the_oldest_file_without_anybody_stands_first_and_leaves_when_it_is_taken(
    cast: Cast, client_of: Browser
) -> None:
    with clock.at(clock.now() - timedelta(days=3)):
        old = files.received(cast)
    new, client = files.received(cast), client_of(cast.coordinator)
    html = shown(client)
    assert files_of(html) == [old.reference, new.reference]
    chosen = boxes(html)[:1]
    answer = client.post(QUEUE, {"key": uuid4(), "chosen": chosen, "to": cast.coordinator.pk})
    assert answer.status_code == 302
    after = shown(client, answer.headers["Location"])
    assert "1 file assigned to you." in after
    assert files_of(after) == [new.reference]
    assert files_of(shown(client, f"{QUEUE}?queue=mine")) == [old.reference]


def test_each_queue_holds_the_files_that_wait_for_it(cast: Cast, client_of: Browser) -> None:
    to_receive, to_decide = files.referred(cast), files.received(cast)
    final, closing = files.presumed(cast), withdrawn(cast)
    propose_closing(closing, by=cast.manager_a, reason="support_completed")
    client = client_of(cast.coordinator)
    for queue, case in (
        ("receive", to_receive), ("first", to_decide), ("final", final), ("closing", closing),
    ):  # fmt: skip
        assert files_of(shown(client, f"{QUEUE}?queue={queue}")) == [case.reference], queue
    html = shown(client, f"{QUEUE}?queue=information")
    assert "Nothing waits here" in html
    assert "while the bureau or the authority awaits an answer" in html


def test_a_file_says_its_next_time_in_words_and_who_carries_it(
    cast: Cast, client_of: Browser
) -> None:
    with clock.at(clock.now() - timedelta(days=30)):
        case = files.received(cast)
    give(case, colleague(cast, "panel"), by=cast.panel, unit=cast.units["panel"])
    html = shown(client_of(cast.panel), f"{QUEUE}?queue=first")
    assert "late by" in html
    assert "Colleague Test" in html


def test_many_are_assigned_and_one_button_undoes_it(cast: Cast, client_of: Browser) -> None:
    several, to = [files.received(cast) for _ in range(3)], colleague(cast, "bureau")
    client, bureau = client_of(cast.coordinator), cast.units["bureau"]
    every = shown(client, f"{QUEUE}?all=1")
    assert every.count(" checked>") == 3
    sent = {"key": uuid4(), "chosen": boxes(every), "to": to.pk}
    for _ in range(2):  # sent twice, it acts once and leads to the same page
        answer = client.post(QUEUE, sent)
    done = shown(client, answer.headers["Location"])
    assert "3 files assigned to Colleague Test." in done
    undo = page(done).find(".//form[@action='/files/queue/undo/" + str(sent["key"]) + "/']")
    assert undo is not None
    back = client.post(undo.attrib["action"], {"key": uuid4()}, follow=True).content.decode()
    assert "Undone" in back
    assert sorted(files_of(back)) == sorted(case.reference for case in several)
    with acting_as(cast.coordinator):
        assert Assignment.objects.count() == 6
    assert {carrier(case, bureau, by=to) for case in several} == {None}
    assert "/undo/" not in shown(client, answer.headers["Location"])


def test_undoing_what_has_changed_meanwhile_is_refused_in_a_sentence(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    other, batch, bureau = colleague(cast, "bureau"), uuid4(), cast.units["bureau"]
    by = cast.coordinator
    assign({case.reference: None}, by=by, unit=bureau, to=by, batch=batch)
    give(case, other, by=other, unit=bureau)
    html = client_of(by).post(f"{QUEUE}undo/{batch}/", follow=True).content.decode()
    assert f"{case.reference} was assigned to Colleague Test meanwhile." in html
    assert carrier(case, bureau, by=by) == other


def test_whoever_comes_second_is_told_and_keeps_what_they_ticked(
    cast: Cast, client_of: Browser
) -> None:
    first, second = files.received(cast), files.received(cast)
    client, other = client_of(cast.coordinator), colleague(cast, "bureau")
    seen = boxes(shown(client))
    give(second, other, by=other, unit=cast.units["bureau"])
    html = client.post(QUEUE, {"chosen": seen, "to": cast.coordinator.pk}).content.decode()
    assert f"{second.reference} was assigned to Colleague Test meanwhile." in html
    assert "Nothing was changed." in html
    assert html.count(" checked>") == 1  # the first; the second is in this queue no more
    assert carrier(first, cast.units["bureau"], by=other) is None


def test_a_form_without_files_or_colleague_names_both(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    html = client_of(cast.panel).post(QUEUE, {"key": uuid4()}).content.decode()
    summary = page(html).find(".//div[@role='alert']")
    assert summary is not None
    led = [link.attrib["href"] for link in summary.iterfind(".//a")]
    assert led == ["#id_chosen", "#id_to"]
    forged = client_of(cast.panel).post(
        QUEUE, {"chosen": [f"{case.reference}:' OR 1=1"], "to": cast.manager_a.pk}
    )
    assert forged.content.decode().count("Choose files of this page.") == 1
    assert carrier(case, cast.units["panel"], by=cast.panel) is None


def test_nobody_can_be_chosen_to_take_files_back(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    client, mine = client_of(cast.panel), f"{QUEUE}?queue=mine"
    answer = client.post(mine, {"chosen": boxes(shown(client, mine)), "to": "nobody"})
    assert "1 file taken back." in shown(client, answer.headers["Location"])
    assert carrier(case, cast.units["panel"], by=cast.panel) is None


def test_the_files_of_a_colleague_are_shown_by_name_with_their_number(
    cast: Cast, client_of: Browser
) -> None:
    other, client = colleague(cast, "bureau"), client_of(cast.coordinator)
    for _ in range(2):
        give(files.received(cast), other, by=other, unit=cast.units["bureau"])
    html = shown(client, f"{QUEUE}?queue=colleague")
    assert "Colleague Test (2)" in said(html)
    assert "Coordinator Test (0)" in said(html)
    assert len(files_of(shown(client, f"{QUEUE}?queue=colleague&who={other.pk}"))) == 2
    assert files_of(shown(client, f"{QUEUE}?queue=colleague&who={cast.panel.pk}")) == []


def test_a_queue_counts_no_further_than_its_cap(
    cast: Cast, client_of: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "CAP", 2)
    for _ in range(3):
        files.received(cast)
    html = shown(client_of(cast.coordinator))
    assert "Without anybody (over 2)" in said(html)
    assert len(files_of(html)) == 2


def test_a_page_asks_no_more_of_the_database_for_many_files_than_for_few(
    cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.coordinator)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as questions:
            shown(client)
        return len(questions)

    files.received(cast)
    shown(client)
    few = asked()
    for _ in range(4):
        give(files.received(cast), cast.panel, by=cast.panel, unit=cast.units["panel"])
    assert asked() == few


def test_the_case_page_offers_to_take_the_file_and_to_give_it(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, address = client_of(cast.manager_a), f"/files/{case.reference}/"
    html = shown(client, address)
    assert "Assigned to nobody yet (centre_a unit)" in html
    form = page(html).find(f".//form[@action='{address}carrier/']")
    assert form is not None
    sent = {i.attrib["name"]: i.attrib["value"] for i in form.iterfind(".//input")}
    assert client.post(form.attrib["action"], sent).headers["Location"] == address
    after = shown(client, address)
    assert "Assigned to you (centre_a unit)" in after
    assert "Take it" not in after
    assert "Assigned to Manager_A Test (centre_a unit)" in shown(client_of(cast.panel), address)


def test_whoever_may_not_assign_reads_who_carries_it_and_no_more(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    html = shown(client_of(cast.first_responder), f"/files/{case.reference}/")
    assert "Assigned to Panel Test (panel unit)" in html
    assert "Give to" not in html
    assert client_of(cast.first_responder).get(QUEUE).status_code == 403


def test_the_form_of_one_file_tells_whoever_comes_second(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    other, client = colleague(cast, "panel"), client_of(cast.panel)
    address = f"/files/{case.reference}/carrier/"
    assert "Who carries this file in panel unit?" in shown(client, address)
    give(case, other, by=other, unit=cast.units["panel"])
    html = client.post(address, {"to": cast.panel.pk, "seen": ""}).content.decode()
    assert f"{case.reference} was assigned to Colleague Test meanwhile." in html
    with acting_as(other):
        seen = Desk(other, cast.units["panel"]).seen(case)
    assert client.post(address, {"to": "nobody", "seen": seen}).status_code == 302
    assert carrier(case, cast.units["panel"], by=other) is None


def test_lists_narrow_to_the_files_that_one_carries(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    other = files.received(cast)
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    client = client_of(cast.panel)
    for address in ("/files/?whose=mine", "/files/due/?whose=carried&when=next"):
        html = shown(client, address)
        assert case.reference in html
        assert other.reference not in html


def test_whoever_is_given_files_is_told_and_the_notice_names_none(
    cast: Cast, client_of: Browser
) -> None:
    several, to = [files.received(cast) for _ in range(2)], colleague(cast, "bureau")
    seen = dict.fromkeys((case.reference for case in several), None)
    assign(seen, by=cast.coordinator, unit=cast.units["bureau"], to=to)
    client = client_of(to)
    home = shown(client, "/")
    assert "2 new files since your last visit" in home
    assert "1 new notice" in home
    notices = shown(client, "/files/notices/")
    assert "Files for you to carry" in notices
    for case in several:
        assert case.reference not in notices
        assert case.pseudonym not in notices
    assert shown(client, f"{QUEUE}?queue=mine").count("new") >= 2
    client.post("/files/notices/")
    assert "since your last visit" not in shown(client, "/")


def test_taking_a_file_oneself_is_no_news(cast: Cast, case: Case, client_of: Browser) -> None:
    give(case, cast.panel, by=cast.panel, unit=cast.units["panel"])
    assert "since your last visit" not in shown(client_of(cast.panel), "/")


def test_a_notice_is_gone_once_the_files_are_with_somebody_else(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    to, bureau = colleague(cast, "bureau"), cast.units["bureau"]
    give(case, to, by=cast.coordinator, unit=bureau)
    give(case, cast.coordinator, by=cast.coordinator, unit=bureau)
    assert "Files for you to carry" not in shown(client_of(to), "/files/notices/")
