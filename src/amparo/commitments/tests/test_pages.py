import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.commitments.answers import duration
from amparo.commitments.queries import asks
from amparo.people.models import User
from support.cast import Cast
from support.files import placed, received

ClientOf = Callable[[User], Client]


@pytest.fixture
def browser(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)


def words(client: Client, url: str) -> str:
    """The page's text, on one line."""
    response = client.get(url)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def page_of(document: str, number: str) -> str:
    return reverse("commitments:paragraph", args=[document, number])


def test_the_paragraph_that_asks_for_a_system_stands_beside_its_ask(
    browser: Client, loaded: str
) -> None:
    page = words(browser, page_of("S0", "5"))
    assert "un système permettant d’orienter ces victimes vers des services spécialisés" in page
    assert "Member States, with civil society" in page
    assert "No date is set" in page
    assert "draft" in page
    assert "S0 ¶4" in page and "S0 ¶6" in page


def test_the_page_is_in_the_language_of_its_reader(browser: Client, loaded: str) -> None:
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    page = words(browser, page_of("S0", "5"))
    assert "États Membres, avec la société civile" in page
    assert "Aucune date fixée" in page


def test_the_page_names_what_in_amparo_serves_it_and_links_to_it(
    browser: Client, loaded: str
) -> None:
    page = browser.get(page_of("S2", "22")).content.decode()
    assert f'<a href="{reverse("commitments:list")}">Who asks what of whom' in page


def test_without_a_text_the_page_says_how_it_comes(browser: Client, asked: None) -> None:
    page = words(browser, page_of("S0", "5"))
    assert "./run load_texts FOLDER" in page
    assert "Member States, with civil society" in page


def test_a_lettered_item_has_a_page_of_its_own(browser: Client, loaded: str) -> None:
    page = words(browser, page_of("S4-V", "7g"))
    assert "g) Prendre, conformément au droit interne" in page
    assert "h) Prévenir et contrer" not in page
    assert "S4-V ¶7f" in page and "S4-V ¶7h" in page


def test_the_whole_paragraph_shows_each_item_beside_its_ask(browser: Client, loaded: str) -> None:
    page = browser.get(page_of("S4-V", "7")).content.decode()
    for letter in "abcdefghijkl":
        assert f'id="7{letter}"' in page
        assert page_of("S4-V", f"7{letter}") in page


def test_a_decision_has_a_page_though_it_has_no_paragraphs(browser: Client, loaded: str) -> None:
    page = words(browser, page_of("S4-D", "33/1"))
    assert "Decision 33/1" in page
    assert "séance, le 16 mai 2024" in page


def test_every_ask_has_a_page(browser: Client, loaded: str) -> None:
    for ask in asks():
        assert browser.get(page_of(ask.document_id, ask.number)).status_code == 200, ask


@pytest.mark.parametrize("path", ["S0/8/", "S9/", "S9/1/", "S4-V/7z/", "S0/5/1/"])
def test_what_no_text_says_is_not_found(browser: Client, asked: None, path: str) -> None:
    assert browser.get(reverse("commitments:list") + path).status_code == 404


def test_a_document_lists_what_it_asks(browser: Client, asked: None) -> None:
    page = browser.get(reverse("commitments:document", args=["S1"])).content.decode()
    assert [n for n in range(1, 20) if page_of("S1", str(n)) in page] == list(range(1, 14))


def test_the_list_names_the_texts(browser: Client, asked: None) -> None:
    page = words(browser, reverse("commitments:list"))
    assert "Strengthening measures against trafficking in persons" in page
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    assert "Renforcement des mesures" in words(browser, reverse("commitments:list"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"capability": "VICTIMS-FUND"}, {("S2", "20")}),
        ({"document": "S0", "addressee": "UNODC"}, {("S0", "4")}),
        ({"words": "hébergement orientation"}, {("S0", "5")}),
        ({"words": "nothing says this"}, set()),
    ],
)
def test_asks_are_found_by_addressee_capability_text_and_words(
    browser: Client, asked: None, query: dict[str, str], found: set[tuple[str, str]]
) -> None:
    page = browser.get(reverse("commitments:list"), query).content.decode()
    rows = set(re.findall(r'class="token" href="([^"]+)"', page))
    assert rows == {page_of(document, number) for document, number in found}


def test_a_choice_that_does_not_exist_is_refused_with_the_field_named(
    browser: Client, asked: None
) -> None:
    page = words(browser, reverse("commitments:list") + "?capability=NONSENSE")
    assert "Error: Commitments" in page
    assert "What it takes: Select a valid choice." in page


def test_who_works_nowhere_reads_the_texts_but_is_led_to_nothing_closed(
    cast: Cast, client_of: ClientOf, asked: None
) -> None:
    page = client_of(cast.stranger).get(page_of("S0", "5")).content.decode()
    assert "Screening on a phone" in page
    assert reverse("screening:start") not in page


def test_nobody_reads_before_signing_in(client: Client, db: None) -> None:
    response = client.get(reverse("commitments:list"), headers={"x-forwarded-proto": "https"})
    assert response.status_code == 302


def test_the_paragraph_that_asks_for_a_system_is_answered_in_live_figures(
    cast: Cast, client_of: ClientOf, loaded: str
) -> None:
    client = client_of(cast.coordinator)
    assert "No year has a total of files that may be shown yet." in words(
        client, page_of("S0", "5")
    )
    with acting_as(cast.coordinator):
        for _ in range(6):
            placed(cast, received(cast))
    page = words(client, page_of("S0", "5"))
    assert "6 files were opened." in page
    assert "6 of them were referred to the national bureau." in page
    assert "0 min is the median time from a recorded need to an accepted place." in page
    assert reverse("figures:table") in client.get(page_of("S0", "5")).content.decode()


@pytest.mark.parametrize(
    ("minutes", "said"), [(59, "59 min"), (166, "2 h 46 min"), (3000, "2 d 2 h")]
)
def test_a_length_of_time_is_said_in_the_units_one_thinks_in(minutes: int, said: str) -> None:
    assert duration(minutes) == said
