"""With a file its evidence is erased: nothing opens, the matrix is gone, the custody holds."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import approve
from amparo.evidence.actions.exports import ask_for_list
from amparo.evidence.actions.forgetting import forget
from amparo.evidence.actions.items import open_items, open_original
from amparo.evidence.actions.matrix import say_of
from amparo.evidence.models import Episode, Finding, Item, PaymentTable, Piece
from amparo.evidence.queries import agreed_exports, broken_at, custody_of, items_of
from amparo.evidence.tests.steps import filled
from amparo.evidence.tests.story import added, play_evidence
from amparo.evidence.urls import urlpatterns
from amparo.justice.models import Dossier
from amparo.people.models import User
from amparo.vault.erasure import erase
from support.cast import Cast

Browser = Callable[[User], Client]
WORD = "Zarquenel"


@pytest.fixture
def full(dossier: Dossier, cast: Cast) -> Dossier:
    play_evidence(dossier, cast.investigator, WORD)
    return dossier


def erased(dossier: Dossier, cast: Cast) -> Dossier:
    """As the second person does it: somebody who sees no evidence."""
    with acting_as(cast.coordinator):
        assert not Item.objects.exists()
        erase(dossier.pk, by=cast.coordinator, reason="retention_over")
    with acting_as(cast.investigator):
        return Dossier.objects.get(pk=dossier.pk)


def test_what_was_found_out_goes_and_the_custody_stays_and_holds(full: Dossier, cast: Cast) -> None:
    with acting_as(cast.investigator):
        assert Episode.objects.exists() and Finding.objects.exists()
        before = Item.objects.count(), Piece.objects.count(), PaymentTable.objects.count()
    erased(full, cast)
    with acting_as(cast.investigator):
        assert not Episode.objects.exists()
        assert not Finding.objects.exists()
        after = Item.objects.count(), Piece.objects.count(), PaymentTable.objects.count()
        chains = [broken_at(item, custody_of(item)) for item in items_of(full)]
    assert after == before
    assert chains == [[], []]


def test_nothing_opens_and_nothing_is_added(full: Dossier, cast: Cast) -> None:
    gone = erased(full, cast)
    with acting_as(cast.investigator):
        item = items_of(gone)[0]
    with pytest.raises(Refused, match="was erased"):
        open_items(gone, by=cast.investigator, purpose="evidence")
    with pytest.raises(Refused, match="was erased"):
        open_original(item, by=cast.investigator, purpose="evidence")
    with pytest.raises(Refused, match="was erased"):
        say_of(gone, item.pk, by=cast.investigator, target=(uuid4(), "purpose"), says="for")
    with pytest.raises(DatabaseError, match="was erased"), transaction.atomic():
        added(gone, cast.investigator)


def test_the_matrix_of_a_file_that_has_its_keys_cannot_be_forgotten(
    full: Dossier, cast: Cast
) -> None:
    with (
        acting_as(cast.investigator),
        pytest.raises(DatabaseError, match="only grows"),
        transaction.atomic(),
    ):
        forget(full.pk)
    with acting_as(cast.investigator):
        assert Episode.objects.exists() and Finding.objects.exists()


def test_whoever_investigates_cannot_take_a_line_out_of_the_matrix_of_an_erased_file_either(
    full: Dossier, cast: Cast
) -> None:
    """Only the function does it, and only as a whole."""
    with (
        acting_as(cast.investigator),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("DELETE FROM evidence_finding WHERE case_id = %s", [full.pk])


def test_a_list_that_was_agreed_on_leaves_no_more(full: Dossier, cast: Cast) -> None:
    by = cast.investigator
    asked = ask_for_list(full, by=by, recipient="court", reason="For the hearing.")
    waiting = ask_for_list(full, by=by, recipient="court", reason="For another hearing.")
    approve(asked, by=cast.first_responder)
    with acting_as(by):
        assert len(agreed_exports(full, by)) == 1
    gone = erased(full, cast)
    with acting_as(by):
        assert agreed_exports(gone, by) == []
    with pytest.raises(Refused, match="nothing left to list"):
        approve(waiting, by=cast.first_responder)


def test_no_page_of_it_breaks_or_shows_a_word(
    full: Dossier, cast: Cast, client_of: Browser
) -> None:
    with acting_as(cast.investigator):
        item, table = items_of(full)[0].pk, PaymentTable.objects.get().pk
    asked = ask_for_list(full, by=cast.investigator, recipient="court", reason="For the hearing.")
    approve(asked, by=cast.first_responder)
    rows = {"item": item, "table": table, "export": asked.subject, "row": item}
    erased(full, cast)
    client = client_of(cast.investigator)
    added_anew = client.post(f"/evidence/{full.reference}/items/add/", filled())
    assert added_anew.status_code == 404
    for pattern in urlpatterns:
        for deed in ("episode", "finding", "custody", "list"):
            known = {"reference": full.reference, "deed": deed, **rows}
            wanted = {name: known[name] for name in pattern.pattern.converters}
            address = reverse(f"evidence:{pattern.name}", kwargs=wanted)
            for answer in (client.get(address), client.post(address, {"purpose": "evidence"})):
                assert answer.status_code in (200, 302, 404, 405), address
                assert WORD not in answer.content.decode(), address
