"""Two texts side by side, as a browser shows them. S3 is of 2008, S2 of 2017, with one title."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from amparo.commitments.following.tests.steps import at, page_of, send, words
from amparo.commitments.lineage.models import Descent
from amparo.commitments.queries import asks
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]
COMPARED = ("compare", "S3", "S2")


def rows(client: Client, show: str = "") -> dict[str, str]:
    """What stands in each row, by the number of its later paragraph, or of the dropped one."""
    content = client.get(at(*COMPARED), {"show": show} if show else {}).content.decode()
    found = re.split(r'<div class="beside compared" id="([\w-]+)">', content)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))


def test_what_comes_again_stands_side_by_side_with_both_numbers(keeper: Client) -> None:
    report = rows(keeper)["p22"]
    assert "S3 ¶14" in report and "S2 ¶22" in report
    assert "changed" in report


def test_what_differs_is_marked_and_said_in_words_and_the_quotation_marks_do_not_count(
    keeper: Client,
) -> None:
    ratify = rows(keeper)["p1"]
    (dropped, *_others) = re.findall(r"<del>(.*?)</del>", ratify, re.S)
    assert "[dropped:" in dropped and "prendre des mesures" in dropped
    assert "[added:" in ratify and "ratifier dans les meilleurs délais" in ratify
    assert "A verb came: “prie instamment”" in ratify
    assert not re.search(r"<del>[^<]*</span>'", ratify)


def test_the_summary_counts_what_came_again_and_what_did_not(keeper: Client) -> None:
    page = words(keeper, at(*COMPARED))
    assert "Of the 14 paragraphs of S3 that ask or decide, 4 come again in S2" in page
    assert "10 were dropped, and of the 22 of S2 18 are new." in page


def test_only_what_hardened_or_softened_is_shown_where_that_is_asked_for(keeper: Client) -> None:
    everything, weighs = rows(keeper), rows(keeper, "force")
    assert set(weighs) < set(everything)
    assert all("hardened" in row or "softened" in row for row in weighs.values())
    assert set(weighs) == {
        number for number, row in everything.items() if "hardened<" in row or "softened<" in row
    }


def test_a_text_is_not_compared_with_itself_nor_with_one_that_is_not_there(keeper: Client) -> None:
    assert keeper.get(at("compare", "S2", "S2")).status_code == 404
    assert keeper.get(at("compare", "S2", "S99")).status_code == 404
    chosen = keeper.get(at("choose_texts"), {"earlier": "S2", "later": "S2"})
    assert "Choose two different texts." in chosen.content.decode()


def test_two_texts_are_chosen_from_those_whose_words_are_here(keeper: Client) -> None:
    chosen = keeper.get(at("choose_texts"), {"earlier": "S3", "later": "S2"})
    assert chosen["Location"] == at(*COMPARED)


def test_texts_are_linked_said_on_their_pages_and_taken_back(keeper: Client) -> None:
    send(keeper, at("link_texts", "S3", "S2"), kind="again")
    row = Descent.objects.get()
    assert "the same subject in a later year" in words(keeper, at(*COMPARED))
    assert "Its subject was taken up again by S2" in words(keeper, at("document", "S3"))
    report = asks().get(document="S2", number="22")
    assert "The same paragraph in the linked text: S3 ¶14" in words(keeper, page_of(report))
    send(keeper, at("unlink_texts", row.pk))
    assert "Its subject was taken up again" not in words(keeper, at("document", "S3"))


def test_what_was_adopted_from_a_draft_says_so_and_the_draft_keeps_its_status(
    keeper: Client,
) -> None:
    send(keeper, at("link_texts", "S3", "S2"), kind="adopted")
    page = words(keeper, at("document", "S3"))
    assert "Superseded: it was adopted as S2 (2017)" in page
    assert "draft" in page
    assert "Adopted from the draft S3 (2008)" in words(keeper, at("document", "S2"))


@pytest.mark.parametrize(
    ("where", "told"),
    [(("S2", "S3"), "was said before"), (("S3", "S2"), "linked already")],
)
def test_a_link_twice_or_the_wrong_way_round_is_refused(
    keeper: Client, where: tuple[str, str], told: str
) -> None:
    if where == ("S3", "S2"):
        send(keeper, at("link_texts", *where), kind="again")
    back = send(keeper, at("link_texts", *where), kind="again")
    assert told in words(keeper, back)


def test_who_only_reads_sees_the_comparison_and_changes_nothing(
    keeper: Client, cast: Cast, client_of: ClientOf
) -> None:
    reader = client_of(cast.manager_a)
    page = words(reader, at(*COMPARED))
    assert "4 come again" in page and "Link the two texts" not in page
    refused: Any = reader.post(at("link_texts", "S3", "S2"), {"kind": "again"})
    assert refused.status_code == 403
    assert not Descent.objects.exists()


def test_the_comparison_speaks_french(keeper: Client) -> None:
    keeper.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    page = words(keeper, at(*COMPARED))
    assert "Qu’est-ce qui a été gardé, changé, ajouté et supprimé ?" in page
    assert "Sur les 14 paragraphes de S3 qui demandent ou décident, 4 reviennent dans S2" in page
    assert "Un verbe s’ajoute : « prie instamment »" in page
