import pytest
from django.urls import NoReverseMatch, reverse

from amparo.commitments.queries import asks
from amparo.vocab import citations
from amparo.vocab.citations import Served


@pytest.mark.parametrize("item", citations.everything(), ids=lambda item: item.key)
def test_whatever_cites_a_paragraph_cites_one_that_asks_something(
    item: Served, asked: None
) -> None:
    for paragraph in item.paragraphs:
        of_document = asks().filter(document=paragraph.document)
        assert of_document.in_paragraph(paragraph.number).exists(), str(paragraph)


@pytest.mark.parametrize("item", citations.everything(), ids=lambda item: item.key)
def test_whatever_names_a_page_names_one_that_exists(item: Served) -> None:
    if item.url_name:
        try:
            reverse(item.url_name)
        except NoReverseMatch as refusal:
            # A page of one case needs its number; a name that no page has says something else.
            assert "pattern(s) tried" in str(refusal), item.url_name
