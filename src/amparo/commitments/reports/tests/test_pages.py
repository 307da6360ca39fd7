import re

import pytest
from django.test import Client
from django.urls import reverse

from amparo.commitments.reports.actions import make
from amparo.commitments.reports.content import Choice
from amparo.commitments.reports.models import Report
from amparo.commitments.reports.queries import reports
from amparo.people.country import today
from support.cast import Cast

pytestmark = pytest.mark.usefixtures("answered")


def words(content: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", content.decode()))


@pytest.fixture
def made(cast: Cast) -> Report:
    choice = Choice(document="S0")
    return make(Report.Kind.TEXT, choice, by=cast.coordinator, as_of=today())


def send(browser: Client, **data: str) -> str:
    form = {"kind": "call", "as_of": today().isoformat(), **data}
    answer = browser.post(reverse("commitments:new_report"), form, follow=True)
    return words(answer.content)


def test_a_report_is_made_from_the_form(browser: Client) -> None:
    page = send(browser, numbers="s0 5, S2 ¶21")
    assert "Answer to a call for information" in page
    assert "un système permettant d’orienter" in page
    assert reports().count() == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"numbers": "S9 ¶1"}, "No paragraph here is called “S9 ¶1”."),
        ({"kind": "text"}, "Choose one: this report is about it."),
        ({"as_of": "2999-01-01"}, "its day may not be to come"),
    ],
)
def test_what_cannot_be_reported_is_said(
    data: dict[str, str], sentence: str, browser: Client
) -> None:
    assert sentence in send(browser, **data)
    assert not reports().exists()


def test_only_what_was_published_is_read_by_everybody(
    browser: Client, client: Client, made: Report
) -> None:
    listed = reverse("public_commitments:list")
    page = reverse("public_commitments:report", args=[made.pk])
    assert "Nothing is published yet" in words(client.get(listed, secure=True).content)
    assert client.get(page, secure=True).status_code == 404
    publish = reverse("commitments:report_step", args=[made.pk, "publish"])
    browser.post(publish)
    assert client.get(page, secure=True).status_code == 404, "nobody said that it was read"
    browser.post(publish, {"seen": "on"})
    assert "S0" in words(client.get(listed, secure=True).content)
    assert "Open the referral desk" in words(client.get(page, secure=True).content)
    file = reverse("public_commitments:file", args=[made.pk, "csv"])
    assert client.get(file, secure=True).content.startswith(b"Paragraph,")
    browser.post(reverse("commitments:report_step", args=[made.pk, "take-off"]))
    assert client.get(page, secure=True).status_code == 404
    assert client.get(file, secure=True).status_code == 404


@pytest.mark.parametrize("shape", ["pdf", "docx", "csv"])
def test_each_format_is_a_file(shape: str, browser: Client, made: Report) -> None:
    answer = browser.get(reverse("commitments:report_file", args=[made.pk, shape]))
    assert answer["Content-Disposition"].endswith(f'.{shape}"')
    assert len(answer.content) > 500


def test_a_format_or_a_step_that_is_none_is_not_found(browser: Client, made: Report) -> None:
    assert browser.get(reverse("commitments:report_file", args=[made.pk, "exe"])).status_code == 404
    assert browser.post(reverse("commitments:report_step", args=[made.pk, "x"])).status_code == 404
