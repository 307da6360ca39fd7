"""The forms of a room's pages, each tried the same way: empty, well, twice and by somebody else.

A room says in data which pages it has and what is sent to each form; `PageForms` does the rest.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client

from amparo.audit.models import Decision
from amparo.audit.queries import EntryQuerySet, entries
from amparo.cases.pages.deeds import FilePage, Subject
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
Prepare = Callable[[Cast], tuple[Subject, UUID | None]]
CONTROLS = ("input", "select", "textarea")
ALERT = ".//div[@role='alert']"
# Somebody who has not got the file: of another centre, of a service, of no unit that has any.
OTHERS = ("manager_b", "provider", "stranger")


@dataclass(frozen=True)
class Sending:
    """`on` makes what the page is about, and the row that the form is about.

    `data`: a value that can be called is made when the form is sent, of the cast: days and ids.
    `wanted`: the fields without which the form is refused, in their order on the page.
    """

    page: FilePage
    deed: str
    on: Prepare
    data: Mapping[str, object]
    wanted: tuple[str, ...]
    by: str = "manager_a"

    @property
    def name(self) -> str:
        return f"{self.page.name}-{self.deed}"

    def path(self, about: Subject, row: UUID | None) -> str:
        return self.page.href(about, self.deed, row)

    def filled(self, cast: Cast) -> dict[str, Any]:
        made = {name: v(cast) if callable(v) else v for name, v in self.data.items()}
        return {"key": uuid4(), **made}


def in_days(days: int) -> Callable[[Cast], date]:
    """The day so many days from now, asked for when the form is sent: a test may pass midnight."""
    return lambda cast: today() + timedelta(days=days)


def parsed(response: Any) -> Element:
    assert response.status_code == 200
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(response.content.decode())
    return page


def refusals(page: Element) -> dict[str, str]:
    """What the error summary says, by the id that it leads to."""
    summary = page.find(ALERT)
    assert summary is not None, "no error summary"
    return {
        link.attrib["href"].removeprefix("#"): "".join(link.itertext())
        for link in summary.iterfind(".//a")
    }


def control(page: Element, identifier: str) -> Element:
    """The one thing of this id, which somebody can fill in or choose."""
    (found,) = page.iterfind(f".//*[@id='{identifier}']")
    assert found.tag in CONTROLS and found.get("type") != "hidden", identifier
    return found


def acts(about: Subject) -> int:
    """What was done to it, or refused, without those who looked at it."""
    return written(about).count()


def written(about: Subject) -> EntryQuerySet:
    return entries().of_case(about.pk).exclude(action__startswith="saw ")


def _is_a_form(response: Any) -> None:
    """Shown without a refusal; each label leads to one control; nothing is answered beforehand."""
    page = parsed(response)
    assert page.find(ALERT) is None
    hidden = {field.get("name") for field in page.iterfind(".//form//input[@type='hidden']")}
    assert hidden >= {"csrfmiddlewaretoken", "key"}
    for label in page.iterfind(".//label[@for]"):
        control(page, label.attrib["for"])
    assert not _answered(page), "answered before anybody has chosen"
    shows_no_markup(response)


def _answered(page: Element) -> list[str]:
    """The questions of which a browser would send an answer that nobody gave and no file has."""
    found = page.findall(".//main//input[@type='radio'][@checked]")
    for each in page.iterfind(".//main//select"):
        options = each.findall(".//option")
        known = any(option.get("selected") is not None for option in options)
        if not known and options and options[0].get("value"):
            found.append(each)
    return [each.get("name", "") for each in found]


def shows_no_markup(response: Any) -> None:
    assert response.status_code == 200
    assert "&lt;" not in response.content.decode(), "markup is shown as text"


class PageForms:
    """To be made a test of a room: `class TestForms(PageForms)`.

    `elsewhere`: "page-deed" of what another test of the room tries, and why stands there.
    """

    pages: ClassVar[Sequence[FilePage]]
    sendings: ClassVar[Sequence[Sending]]
    elsewhere: ClassVar[Collection[str]] = ()

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        demanding = [sending for sending in self.sendings if sending.wanted]
        for name, given in (("sending", self.sendings), ("demanding", demanding)):
            if name in metafunc.fixturenames:
                metafunc.parametrize(name, given, ids=[each.name for each in given])

    def test_everything_that_can_be_written_here_is_tried_here(self) -> None:
        known = {f"{page.name}-{deed}" for page in self.pages for deed in page.deeds}
        assert {sending.name for sending in self.sendings} == known - set(self.elsewhere)
        assert set(self.elsewhere) <= known

    def test_a_form_sent_empty_names_each_field_it_wants(
        self, demanding: Sending, cast: Cast, client_of: Browser
    ) -> None:
        about, row = demanding.on(cast)
        client, before = client_of(cast.users[demanding.by]), acts(about)
        page = parsed(client.post(demanding.path(about, row), {"key": uuid4()}))
        told = refusals(page)
        assert [control(page, target).get("name") for target in told] == list(demanding.wanted)
        assert all(words.endswith("This field is required.") for words in told.values())
        title = page.find(".//title")
        assert title is not None and (title.text or "").strip().startswith("Error: ")
        assert acts(about) == before

    def test_a_form_sent_often_acts_once_and_leads_back_to_its_page(
        self, sending: Sending, cast: Cast, client_of: Browser
    ) -> None:
        about, row = sending.on(cast)
        client, before = client_of(cast.users[sending.by]), acts(about)
        address, data, home = (
            sending.path(about, row), sending.filled(cast), sending.page.href(about)
        )  # fmt: skip
        _is_a_form(client.get(address))
        answers = [client.post(address, data)]
        acted = acts(about)
        answers += [client.post(address, data) for _ in range(2)]
        assert {answer.headers.get("Location") for answer in answers} == {home}
        assert before < acted == acts(about)
        shows_no_markup(client.get(home))

    def test_whoever_has_not_got_it_writes_nothing(
        self, sending: Sending, cast: Cast, client_of: Browser
    ) -> None:
        about, row = sending.on(cast)
        before = written(about).exclude(decision=Decision.DENY).count()
        turned_away = acts(about)
        for name in OTHERS:
            answer = client_of(cast.users[name]).post(
                sending.path(about, row), sending.filled(cast)
            )
            assert answer.status_code in (403, 404), name
        assert written(about).exclude(decision=Decision.DENY).count() == before
        assert acts(about) > turned_away, "who was turned away is written down"

    def test_a_deed_that_there_is_not_has_no_page(self, cast: Cast, client_of: Browser) -> None:
        sending = self.sendings[0]
        about, row = sending.on(cast)
        client, other_way = client_of(cast.users[sending.by]), None if row else uuid4()
        for deed, of in (("arrest", None), (sending.deed, other_way)):
            assert client.get(sending.page.href(about, deed, of)).status_code == 404
