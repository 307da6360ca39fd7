from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amparo.commitments.loading.outcomes import outcomes
from amparo.commitments.loading.queries import parts
from amparo.commitments.queries import paragraphs
from amparo.methods.akoma import read_akn
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]
KEYS = ["S0", "S2", "S4-I", "S4-V"]


@pytest.fixture
def browser(cast: Cast, client_of: ClientOf) -> Client:
    return client_of(cast.coordinator)


@pytest.mark.parametrize("key", KEYS)
def test_a_text_goes_out_with_all_its_paragraphs(key: str, browser: Client, loaded: str) -> None:
    answer = browser.get(reverse("commitments:akoma", args=[key]))
    document, about = read_akn(answer.content)
    mine = paragraphs().filter(document=key)
    part = document.parts[0]
    assert [str(p.number) for p in part.operative] == [p.number for p in mine.operative()]
    assert [p.text for p in part.preamble] == [p.text for p in mine.preambular()]
    assert about.said_on is not None


def test_it_comes_in_again_and_is_known(browser: Client, loaded: str) -> None:
    content = browser.get(reverse("commitments:akoma", args=["S2"])).content
    sent = SimpleUploadedFile("s2.xml", content)
    browser.post(reverse("commitments:loadings"), {"file": sent})
    found = outcomes(parts().get())
    assert found.head.key == "S2"
    assert len(found.items) == 22 + 34


def test_decisions_go_out_in_words(browser: Client, loaded: str) -> None:
    document, _ = read_akn(browser.get(reverse("commitments:akoma", args=["S4-D"])).content)
    assert document.parts[0].kind == "decision"
    assert all(p.text in document.parts[0].text for p in paragraphs().filter(document="S4-D"))


def test_a_text_that_is_not_here_is_not_found(browser: Client, asked: None) -> None:
    assert browser.get(reverse("commitments:akoma", args=["S2"])).status_code == 404


def test_xml_of_another_kind_says_so(browser: Client) -> None:
    sent = SimpleUploadedFile("page.xml", b"<html/>")
    page = browser.post(reverse("commitments:loadings"), {"file": sent}).content.decode()
    assert "It is XML, but no document in Akoma Ntoso." in page
