"""Asks that say the same: proposed by likeness, said by a person, undone."""

from django.test import Client

from amparo.commitments.following.tests.steps import at, page_of, send, words
from amparo.commitments.lineage.models import Restatement
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks

OPEN = "Says much the same: is it the same ask?"


def ratify() -> tuple[Ask, Ask]:
    """As the resolutions of 2008 and 2017 ask it."""
    return asks().get(document="S3", number="1"), asks().get(document="S2", number="1")


def test_what_says_much_the_same_is_proposed_though_nobody_linked_the_texts(keeper: Client) -> None:
    _before, after = ratify()
    page = words(keeper, page_of(after))
    assert OPEN in page
    assert "S3 ¶1" in page[page.index(OPEN) :]


def test_an_ask_has_its_age_once_a_person_says_that_it_is_the_same(keeper: Client) -> None:
    before, after = ratify()
    send(keeper, at("two_asks", after.pk, before.pk), same="yes")
    row = Restatement.objects.get()
    assert (row.earlier, row.later, row.refused) == (before, after, False)
    for shown in (before, after):
        page = words(keeper, page_of(shown))
        assert "First asked in 2008, last said again in 2017: S3 ¶1 , S2 ¶1" in page
    send(keeper, at("undo_two_asks", row.pk))
    assert "First asked in 2008" not in words(keeper, page_of(after))


def test_what_is_not_the_same_is_not_proposed_again_until_that_is_undone(keeper: Client) -> None:
    before, after = ratify()
    verdict = at("two_asks", before.pk, after.pk)
    assert verdict in keeper.get(page_of(after)).content.decode()
    send(keeper, verdict, same="no")
    page = keeper.get(page_of(after)).content.decode()
    assert verdict not in page
    assert "Not the same, as somebody said" in page
    send(keeper, at("undo_two_asks", Restatement.objects.get().pk))
    assert verdict in keeper.get(page_of(after)).content.decode()


def test_the_latest_word_on_two_asks_counts_whichever_is_named_first(keeper: Client) -> None:
    before, after = ratify()
    send(keeper, at("two_asks", before.pk, after.pk), same="no")
    send(keeper, at("two_asks", after.pk, before.pk), same="yes")
    assert not Restatement.objects.get().refused


def test_two_asks_of_one_text_do_not_say_each_other_again(keeper: Client) -> None:
    one, other = asks().of(ratify()[1].document)[:2]
    back = send(keeper, at("two_asks", one.pk, other.pk), same="yes")
    assert "Two asks of one text do not say each other again." in words(keeper, back)
    assert not Restatement.objects.exists()


def test_the_list_shows_links_and_pairs_that_wait_and_leads_back_to_itself(keeper: Client) -> None:
    before, after = ratify()
    send(keeper, at("link_texts", "S3", "S2"), kind="again")
    page = words(keeper, at("lineage"))
    assert "S3 → S2 : the same subject in a later year" in page
    waiting = at("two_asks", before.pk, after.pk)
    assert waiting in keeper.get(at("lineage")).content.decode()
    where = send(keeper, waiting, same="yes", next=at("lineage"))
    assert where == at("lineage")
    assert waiting not in keeper.get(where).content.decode()
