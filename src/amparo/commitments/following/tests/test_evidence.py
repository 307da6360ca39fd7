"""What shows that an ask is answered: words, an address, a file, a figure as it was reported."""

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.commitments.following.actions.showing import add_link, freeze_figure
from amparo.commitments.following.evidence_forms import MOST_BYTES
from amparo.commitments.following.models import Evidence
from amparo.commitments.following.tests.steps import at, page_of, send, taken, words
from amparo.commitments.models import Ask
from amparo.people.models import User
from support.cast import Cast
from support.files import placed, received

ClientOf = Callable[[User], Client]


@pytest.fixture
def counted(cast: Cast) -> None:
    """Six files, which is enough to be shown."""
    count(cast, 6)


def count(cast: Cast, files: int) -> None:
    with acting_as(cast.coordinator):
        for _ in range(files):
            placed(cast, received(cast))


def sheet(name: str = "plan.txt", content: bytes = b"What was done.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_note_and_a_link_stand_below_the_ask_and_are_withdrawn_and_brought_back(
    keeper: Client, ask: Ask
) -> None:
    send(keeper, at("ask_evidence", ask.pk, "note"), text="The list is public.")
    row = Evidence.objects.get()
    send(keeper, at("ask_evidence", ask.pk, "link"), url="https://bureau.example/list", text="")
    assert "https://bureau.example/list" in words(keeper, page_of(ask))
    send(keeper, at("withdraw_evidence", row.pk))
    assert "Withdrawn note: The list is public." in words(keeper, page_of(ask))
    send(keeper, at("withdraw_evidence", row.pk))
    assert "Withdrawn note" not in words(keeper, page_of(ask))


@pytest.mark.parametrize("url", ["http://bureau.example/", "ftp://bureau.example/", "javascript:1"])
def test_only_an_address_by_https_is_taken(keeper: Client, cast: Cast, ask: Ask, url: str) -> None:
    page = keeper.post(at("ask_evidence", ask.pk, "link"), {"url": url})
    assert page.status_code == 200
    with pytest.raises(Refused):
        add_link(ask, by=cast.coordinator, url=url)
    assert not Evidence.objects.exists()


def test_a_file_is_taken_out_as_a_file_and_runs_nothing(
    keeper: Client, cast: Cast, client_of: ClientOf, ask: Ask
) -> None:
    send(keeper, at("ask_evidence", ask.pk, "file"), file=sheet(), text="The plan")
    row = Evidence.objects.get()
    answer = client_of(cast.stranger).get(at("evidence_file", row.pk))
    assert bytes(answer.content) == b"What was done.\n"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    send(keeper, at("withdraw_evidence", row.pk))
    assert keeper.get(at("evidence_file", row.pk)).status_code == 404


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (sheet("plan.html"), "is of a kind that is not taken"),
        (sheet("plan.pdf"), "is not what its name says"),
        (sheet(content=b"x" * (MOST_BYTES + 1)), "is larger than 5 MB"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_with_what_to_do(
    keeper: Client, ask: Ask, file: SimpleUploadedFile, told: str
) -> None:
    file.seek(0)
    page = keeper.post(at("ask_evidence", ask.pk, "file"), {"file": file}).content.decode()
    assert told in page
    assert not Evidence.objects.exists()


def test_a_figure_is_kept_as_it_was_reported_and_shown_beside_what_it_is_today(
    keeper: Client, cast: Cast, ask: Ask, counted: None
) -> None:
    send(keeper, at("ask_evidence", ask.pk, "figure"), figure="files", reported_on="2026-11-20")
    row = Evidence.objects.get()
    assert (row.value, row.sentence_en) == ("6", "6 files were opened.")
    assert row.sentence_fr.startswith("6 ") and row.sentence_fr != row.sentence_en
    assert row.counted_at is not None
    assert "Today it is the same." in words(keeper, page_of(ask))
    count(cast, 2)
    page = words(keeper, page_of(ask))
    assert "6 files were opened. Today: 8, which is 2 more. As reported on 20 Nov 2026" in page
    keeper.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    assert row.sentence_fr in words(keeper, page_of(ask))


def test_an_action_reports_the_figures_of_the_asks_that_it_answers(
    keeper: Client, ask: Ask, counted: None
) -> None:
    row = taken(keeper)
    assert "files were opened." not in words(keeper, at("action_evidence", row.pk, "figure"))
    send(keeper, at("answer", row.pk), ask=ask.pk)
    where = at("action_evidence", row.pk, "figure")
    send(keeper, where, figure="time_to_place", reported_on="2026-11-20")
    assert "is the median time from a recorded need" in words(keeper, at("action", row.pk))


def test_a_figure_of_too_few_persons_cannot_be_reported(
    keeper: Client, cast: Cast, ask: Ask
) -> None:
    where = at("ask_evidence", ask.pk, "figure")
    assert 'value="files"' not in keeper.get(where).content.decode()
    sent = {"figure": "files", "reported_on": "2026-11-20"}
    assert keeper.post(where, sent).status_code == 200
    with pytest.raises(Refused):
        freeze_figure(ask, by=cast.coordinator, figure="files", reported_on=date(2026, 11, 20))
    assert not Evidence.objects.exists()


def test_what_is_no_kind_of_evidence_has_no_page(keeper: Client, ask: Ask) -> None:
    assert keeper.get(at("ask_evidence", ask.pk, "rumour")).status_code == 404
