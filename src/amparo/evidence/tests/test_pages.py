"""The pages of the evidence, as a browser sends and sees them."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.two_persons import approve
from amparo.evidence.actions.exports import ask_for_list
from amparo.evidence.models import Item, PaymentTable, Piece
from amparo.evidence.queries import custody_of
from amparo.evidence.tests.steps import MORE, filled, nothing_is_stored, page
from amparo.evidence.tests.story import CSV, added, play_evidence
from amparo.justice.models import Dossier
from amparo.people.codes import label
from amparo.people.models import User
from amparo.vault.chunks import CHUNK
from support.cast import Cast

Browser = Callable[[User], Client]
Desk = tuple[Dossier, Client]


@pytest.fixture
def desk(dossier: Dossier, cast: Cast, client_of: Browser) -> Desk:
    """The dossier, and the browser of whoever investigates."""
    return dossier, client_of(cast.investigator)


def test_an_item_is_added_once_and_taken_as_it_was(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    client, at = client_of(cast.investigator), f"/evidence/{dossier.reference}/items/"
    data = filled()
    for _ in range(2):  # sent again it is only read again
        data["file"].seek(0)
        answer = client.post(f"{at}add/", data)
        assert (answer.status_code, answer["Location"]) == (302, at)
    with acting_as(cast.investigator):
        item = Item.objects.get()
        assert (item.kind, item.pieces_count) == ("pdf", Piece.objects.count())
    taken = client.post(f"{at}{item.pk}/original/", {"purpose": "evidence"})
    assert b"".join(taken.streaming_content) == MORE  # type: ignore[attr-defined]  # a streaming one
    with acting_as(cast.investigator):
        assert [entry.kind for entry in custody_of(item)] == ["received", "opened"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"file": SimpleUploadedFile("photo.jpg", MORE)}, "Its content is: PDF document"),
        ({"file": SimpleUploadedFile("table.csv", b"MZ\0\0")}, "Its content is: unknown"),
        ({"file": SimpleUploadedFile("note.txt", b"")}, "empty"),
        ({"found_on": "2999-01-01"}, "after today"),
        ({"description": ""}, "required"),
        ({"source": "nowhere"}, "valid choice"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    desk: Desk, cast: Cast, change: dict[str, Any], said: str
) -> None:
    dossier, client = desk
    for file in change.values():
        getattr(file, "seek", lambda at: at)(0)
    assert said in page(client, f"/evidence/{dossier.reference}/items/add/", filled(**change))
    assert nothing_is_stored(cast)


def test_a_file_that_lies_is_taken_as_it_was_found_if_somebody_says_so(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    lie = SimpleUploadedFile("photo.jpg", MORE)
    client = client_of(cast.investigator)
    data = filled(file=lie, as_found="on")
    assert client.post(f"/evidence/{dossier.reference}/items/add/", data).status_code == 302
    with acting_as(cast.investigator):
        assert Item.objects.values_list("kind", "misnamed").get() == ("pdf", True)


def test_a_file_that_is_too_large_is_read_to_its_end_and_dropped(
    dossier: Dossier, cast: Cast, client_of: Browser, settings: Any
) -> None:
    settings.EVIDENCE_MAX = CHUNK
    client = client_of(cast.investigator)
    assert "is larger than" in page(client, f"/evidence/{dossier.reference}/items/add/", filled())
    assert nothing_is_stored(cast)


def test_a_form_of_another_site_leaves_nothing_behind(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.investigator)
    client.handler.enforce_csrf_checks = True
    answer = client.post(f"/evidence/{dossier.reference}/items/add/", filled())
    assert answer.status_code == 403
    assert nothing_is_stored(cast)


@pytest.mark.parametrize("who", ["manager_a", "coordinator", "provider", "panel", "stranger"])
def test_who_does_not_investigate_sees_no_page(
    dossier: Dossier, cast: Cast, client_of: Browser, who: str
) -> None:
    item = added(dossier, cast.investigator)
    client, at = client_of(cast.users[who]), f"/evidence/{dossier.reference}/"
    for path in ("matrix/", "items/", "payments/", f"items/{item.pk}/", "items/add/"):
        assert client.get(f"{at}{path}").status_code in (403, 404)
    assert client.post(f"{at}items/add/", filled()).status_code in (403, 404)


def test_words_show_only_once_they_are_opened(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    item, table, _ = play_evidence(dossier, cast.investigator, "Zarquenel")
    client, at = client_of(cast.investigator), f"/evidence/{dossier.reference}/"
    for path in ("matrix/", "items/", f"items/{item.pk}/", "payments/", f"payments/{table.pk}/"):
        assert "Zarquenel" not in page(client, f"{at}{path}")
    for path in ("items/", f"items/{item.pk}/", f"payments/{table.pk}/"):
        assert "Zarquenel" in page(client, f"{at}{path}", {"purpose": "evidence"})
    assert "Checked just now" in page(client, f"{at}items/{item.pk}/")


def test_the_custody_says_in_words_why_an_original_was_opened(desk: Desk, cast: Cast) -> None:
    dossier, client = desk
    item = added(dossier, cast.investigator, CSV.format(payer="A").encode(), name="a.csv")
    at = f"/evidence/{dossier.reference}/items/{item.pk}/"
    client.post(f"{at}original/", {"purpose": "court"})
    page(client, f"{at}payments/", {"key": uuid4(), "step": "look"})
    shown = page(client, at, {"purpose": "evidence"})
    assert label("opening_purposes", "court") in shown
    assert "<dd>court</dd>" not in shown
    assert "<dd>payments</dd>" not in shown


def test_how_a_file_of_payments_is_read_is_asked_only_where_it_has_to_be(
    desk: Desk, cast: Cast
) -> None:
    dossier, client = desk
    item = added(dossier, cast.investigator, CSV.format(payer="A").encode(), name="a.csv")
    at = f"/evidence/{dossier.reference}/items/{item.pk}/payments/"
    first = page(client, at)
    assert first.index("Look at the payments") < first.index("<details>") < first.index("Encoding")
    assert "<details>" not in page(client, at, {"key": uuid4(), "step": "look"})


def test_the_matrix_says_what_stands_what_is_missing_and_where_to_look(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    play_evidence(dossier, cast.investigator, "Zarquenel")
    shown = page(client_of(cast.investigator), f"/evidence/{dossier.reference}/matrix/")
    assert "Without the person’s testimony, 1 of 3 elements stands." in shown
    rows = re.findall(r'<th scope="row"[^>]*>(\w+)</th>', shown)
    assert rows == ["Purpose", "Act", "Means"], "what stands comes first"
    assert "Who paid for tickets" in shown
    assert "Time sheets" not in shown, "where the purpose stands nothing is sought"


def test_payments_are_looked_at_and_then_kept(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    item = added(dossier, cast.investigator, CSV.format(payer="A").encode(), name="a.csv")
    client = client_of(cast.investigator)
    at = f"/evidence/{dossier.reference}/items/{item.pk}/payments/"
    looked = page(client, at, {"key": uuid4(), "step": "look"})
    assert "Orvandel Ltd" in looked
    with acting_as(cast.investigator):
        assert not PaymentTable.objects.exists()
    kept = client.post(at, {"key": uuid4(), "step": "keep"})
    assert kept["Location"] == f"/evidence/{dossier.reference}/payments/"
    with acting_as(cast.investigator):
        table = PaymentTable.objects.get()
        assert (table.payments, table.left_out) == (3, 0)
        assert "read" in {entry.kind for entry in custody_of(item)}
    flow = page(client, f"/evidence/{dossier.reference}/payments/{table.pk}/", {"purpose": "court"})
    assert "<svg" in flow
    assert "2,000.5" in flow


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Date;Amount;Currency;From;To\n03/04/2026;5;EUR;A;B\n", "Look at line 2"),
        ("Date;Amount;Currency;From;To\n2026-04-03;1,234;EUR;A;B\n", "what begins the decimals"),
        ("Date;Amount;From;To\n2026-04-03;5;A;B\n", "in which currency"),
        ("Date;Amount;Currency;Name\n2026-04-03;5;EUR;A\n", "statement of one account"),
        ("When;What\n2026-04-03;5\n", "Say which one is: Date, Amount, Who pays, Who is paid"),
        ("Date;Amount;Currency;From;To\n", "no line of payments"),
    ],
)
def test_what_a_file_leaves_open_is_asked_and_nothing_is_kept(
    desk: Desk, cast: Cast, lines: str, said: str
) -> None:
    dossier, client = desk
    item = added(dossier, cast.investigator, lines.encode(), name="a.csv")
    at = f"/evidence/{dossier.reference}/items/{item.pk}/payments/"
    assert said in page(client, at, {"key": uuid4(), "step": "keep"})
    with acting_as(cast.investigator):
        assert not PaymentTable.objects.exists()


def test_bad_lines_are_named_and_left_out_only_by_choice(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    lines = CSV.format(payer="A") + "Total;3900;;;\n"
    item = added(dossier, cast.investigator, lines.encode(), name="a.csv")
    client = client_of(cast.investigator)
    at = f"/evidence/{dossier.reference}/items/{item.pk}/payments/"
    refused = page(client, at, {"key": uuid4(), "step": "keep"})
    assert "Line 5, Date: “Total” cannot be read." in refused
    data = {"key": uuid4(), "step": "keep", "only_good": "on"}
    assert client.post(at, data).status_code == 302
    with acting_as(cast.investigator):
        assert PaymentTable.objects.values_list("payments", "left_out").get() == (3, 1)


def test_a_list_leaves_once_a_second_person_agrees(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    play_evidence(dossier, cast.investigator, "Zarquenel")
    asked = ask_for_list(dossier, by=cast.investigator, recipient="court", reason="The hearing.")
    client = client_of(cast.investigator)
    at = f"/evidence/{dossier.reference}/lists/{asked.subject}/"
    assert client.post(at).status_code == 404
    approve(asked, by=cast.first_responder)
    assert at in page(client, f"/evidence/{dossier.reference}/items/")
    answer = client.post(at)
    assert answer["Content-Type"] == "application/ld+json"
    graph = answer.json()["@graph"]
    assert graph[0]["uco-core:name"] == dossier.reference
    assert sum(node["@type"].endswith("InvestigativeAction") for node in graph) == 4
    assert client_of(cast.first_responder).post(at).status_code == 404, "it is the asker’s"


def test_the_dossier_says_how_the_evidence_stands(
    dossier: Dossier, cast: Cast, client_of: Browser
) -> None:
    play_evidence(dossier, cast.investigator, "Zarquenel")
    shown = page(client_of(cast.investigator), f"/justice/{dossier.reference}/")
    assert "2 items" in shown
    assert f"/evidence/{dossier.reference}/matrix/" in shown
