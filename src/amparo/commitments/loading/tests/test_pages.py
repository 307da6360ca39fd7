import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amparo.commitments.datafiles import TEXTS
from amparo.commitments.loading.models import LoadedPart
from amparo.commitments.loading.outcomes import outcomes
from amparo.commitments.loading.queries import loadings, parts
from amparo.commitments.loading.tests.test_corrections import HEAD, operative
from amparo.commitments.loading.tests.texts import HOUSES
from amparo.commitments.queries import documents
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture
def browser(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)


def words(content: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", content.decode()))


def at(name: str, part: LoadedPart, *more: object) -> str:
    return reverse(f"commitments:{name}", args=[part.loading_id, part.nth, *more])


def test_a_file_is_read_and_waits(browser: Client) -> None:
    file = next(TEXTS.glob("s1*"))
    sent = SimpleUploadedFile("s1.txt", file.read_bytes())
    answer = browser.post(reverse("commitments:loadings"), {"file": sent}, follow=True)
    page = words(answer.content)
    assert "13 operative paragraphs · 7 of the preamble" in page
    assert "to be looked at" in page


def test_sending_the_same_form_twice_reads_once(browser: Client) -> None:
    data = {"text": HOUSES, "key": "6f1c5a5e-3d0a-4c5e-9d0e-000000000001"}
    for _ in range(2):
        browser.post(reverse("commitments:loadings"), data)
    assert loadings().count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("picture.png", b"\x89PNG", "Only plain text"),
        ("empty.txt", b"  \n", "Nothing stands in it"),
        ("recipe.txt", b"1. Peel.\n2. Bake.\n", "No numbered paragraph in it opens with a verb"),
        ("broken.docx", b"PK\x03\x04 torn", "This file cannot be read"),
    ],
)
def test_a_file_that_gives_no_text_says_why(
    name: str, content: bytes, sentence: str, browser: Client
) -> None:
    sent = SimpleUploadedFile(name, content)
    answer = browser.post(reverse("commitments:loadings"), {"file": sent})
    assert sentence in words(answer.content)
    assert not loadings().exists()


def test_neither_file_nor_words_is_said_at_the_field(browser: Client) -> None:
    answer = browser.post(reverse("commitments:loadings"), {"text": " "})
    assert "Choose a file, or paste the words below." in words(answer.content)


def test_the_text_stands_beside_what_was_read(browser: Client, houses: LoadedPart) -> None:
    page = words(browser.get(at("part", houses)).content)
    assert "Requests the Secretary-General to report to it" in page
    assert "requests · The Secretary-General · 81st session of the General Assembly" in page
    assert "Let it enter" in page


def test_from_reading_to_entering(browser: Client, houses: LoadedPart) -> None:
    head = {**HEAD, "key_here": HEAD["key"]}
    del head["key"]
    browser.post(at("part_head", houses), head)
    place = operative(houses, "3")
    text = {"place": "operative", "number": "3", "text": "Invites donors to give."}
    browser.post(at("part_text", houses, place), text)
    answer = browser.post(at("part_step", houses, "enter"), follow=True)
    assert "The text is in" in words(answer.content)
    page = words(browser.get(reverse("commitments:document", args=["80-500"])).content)
    assert "Invites donors to give." in page
    assert documents().get(pk="80-500").symbol == "A/RES/80/500"


@pytest.mark.parametrize("key", ["asked", "a/b", "-", "S0 5"])
def test_a_name_that_is_taken_or_no_name_is_refused(
    key: str, browser: Client, houses: LoadedPart
) -> None:
    head = {**HEAD, "key_here": key}
    answer = browser.post(at("part_head", houses), head)
    assert "Only letters, figures" in words(
        answer.content
    ) or "Another page has this name" in words(answer.content)
    assert outcomes(parts().get(pk=houses.pk)).head.key == ""


def test_what_a_verb_asks_is_corrected_on_its_page(browser: Client, houses: LoadedPart) -> None:
    place = operative(houses, "1")
    data = {
        "0-0-verb": "Urges",
        "0-0-force": "requests",
        "0-0-addressees": ["states_parties"],
        "0-0-windows": "by:2027-01-31",
        "0-1-verb": "",
        "0-1-force": "",
        "0-1-windows": "",
    }
    browser.post(at("part_asks", houses, place), data)
    clause = outcomes(parts().get(pk=houses.pk)).paragraphs[place].said[0].clauses[0]
    assert (clause.force, clause.addressees) == ("requests", ("states_parties",))
    assert clause.windows == ("by:2027-01-31",)


def test_a_window_of_two_words_stays_one(browser: Client, houses: LoadedPart) -> None:
    place = operative(houses, "1")
    data = {"0-0-verb": "Urges", "0-0-windows": "every:4y from:GA72 yearly:07-30"}
    browser.post(at("part_asks", houses, place), data)
    clause = outcomes(parts().get(pk=houses.pk)).paragraphs[place].said[0].clauses[0]
    assert clause.windows == ("every:4y from:GA72", "yearly:07-30")
    assert browser.get(at("part", houses)).status_code == 200


def test_a_date_that_is_written_wrongly_is_said_at_its_field(
    browser: Client, houses: LoadedPart
) -> None:
    data = {"0-0-verb": "Urges", "0-0-windows": "soonish"}
    answer = browser.post(at("part_asks", houses, operative(houses, "1")), data)
    assert "“soonish” is not written like one of those below." in words(answer.content)


def test_the_button_gives_the_reading_back(browser: Client, houses: LoadedPart) -> None:
    place = operative(houses, "3")
    browser.post(at("part_paragraph_step", houses, place, "join"))
    assert len(outcomes(houses).items) == 4
    browser.post(at("part_paragraph_step", houses, place, "as-read"))
    assert [item.number for item in outcomes(houses).paragraphs[place].said] == ["3"]


@pytest.mark.parametrize("name", ["part_text", "part_asks"])
def test_a_paragraph_that_is_not_there_is_not_found(
    name: str, browser: Client, houses: LoadedPart
) -> None:
    assert browser.get(at(name, houses, 99)).status_code == 404
    assert browser.post(at("part_step", houses, "burn")).status_code == 404
