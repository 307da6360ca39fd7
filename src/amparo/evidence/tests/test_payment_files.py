"""Files of payments sent through the page: each read as it is meant, or asked about; never half."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amparo.access.acting import acting_as
from amparo.evidence.actions.payments import open_payments
from amparo.evidence.models import Item, PaymentTable
from amparo.evidence.tests.steps import filled, nothing_is_stored, page
from amparo.justice.models import Dossier
from amparo.methods.payments import Order
from amparo.people.models import User
from support.cast import Cast
from support.uploads import picture

Browser = Callable[[User], Client]
Paid = tuple[date, str, str, Decimal, str]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859_15")
WRITE: dict[Order, Callable[[date], str]] = {
    Order.DMY: lambda day: f"{day:%d/%m/%Y}",
    Order.MDY: lambda day: f"{day:%m/%d/%Y}",
    Order.YMD: lambda day: f"{day:%Y-%m-%d}",
}
# The 23rd can be no month; the sums have the euro sign where each code page puts it.
PLAIN: Sequence[Paid] = (
    (date(2026, 4, 23), "Zoé Lefèvre", "Café de l’Étoile", Decimal("1234.50"), "EUR"),
    (date(2026, 5, 6), "Sœur Agnès", "Zoé Lefèvre", Decimal("7.00"), "EUR"),
)
# Each can be read with the day first and with the month first.
EITHER = [(date(2026, 4, 3), *PLAIN[0][1:]), (date(2026, 6, 5), *PLAIN[1][1:])]
each_encoding = pytest.mark.parametrize("encoding", ENCODINGS)


@dataclass(frozen=True)
class Desk:
    """Whoever investigates, at the pages of a dossier."""

    dossier: Dossier
    client: Client
    cast: Cast

    def path(self, part: str) -> str:
        return f"/evidence/{self.dossier.reference}/{part}"

    def adds(self, data: bytes, name: str = "account.csv", **more: str) -> UUID:
        """Uploads it as an item of evidence; its id."""
        form = filled(file=SimpleUploadedFile(name, data), source="payment", **more)
        assert self.client.post(self.path("items/add/"), form).status_code == 302
        with acting_as(self.cast.investigator):
            return Item.objects.of(self.dossier).latest("number").pk

    def reads(self, item: UUID, **more: str) -> Any:
        data = {"key": uuid4(), "step": "keep", **more}
        return self.client.post(self.path(f"items/{item}/payments/"), data)

    def is_asked(self, item: UUID, **more: str) -> str:
        """What the page says in place of keeping the payments."""
        answer = self.reads(item, **more)
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    def stored(self) -> list[Paid]:
        by = self.cast.investigator
        with acting_as(by):
            tables = list(PaymentTable.objects.all())
        return [
            (row.on, row.payer, row.payee, row.amount, row.currency)
            for table in tables
            for row in open_payments(table, by=by, purpose="evidence")
        ]


@pytest.fixture
def desk(dossier: Dossier, cast: Cast, client_of: Browser) -> Desk:
    return Desk(dossier, client_of(cast.investigator), cast)


def written(rows: Sequence[Paid], order: Order, *more: str) -> str:
    lines = ["Date;Montant;Émetteur;Bénéficiaire"]
    for day, payer, payee, amount, _ in rows:
        money = f"{amount:,}".replace(",", " ").replace(".", ",")
        lines.append(f"{WRITE[order](day)};{money} €;{payer};{payee}")
    return "\n".join([*lines, *more, ""])


def encoded(text: str, encoding: str) -> bytes:
    """Windows-1252 has an apostrophe that ISO-8859-15 has not."""
    return (text.replace("’", "'") if encoding == "iso8859_15" else text).encode(encoding)


def as_sent(rows: Sequence[Paid], encoding: str) -> list[Paid]:
    """With the apostrophe that the encoding has."""
    plain = "'" if encoding == "iso8859_15" else "’"
    return [
        (day, payer.replace("’", plain), payee.replace("’", plain), amount, currency)
        for day, payer, payee, amount, currency in rows
    ]


@each_encoding
@pytest.mark.parametrize("order", list(Order))
def test_a_file_is_read_as_it_was_meant(encoding: str, order: Order, desk: Desk) -> None:
    item = desk.adds(encoded(written(PLAIN, order), encoding))
    assert desk.reads(item)["Location"] == desk.path("payments/")
    assert desk.stored() == as_sent(PLAIN, encoding)


@each_encoding
@pytest.mark.parametrize("order", [Order.DMY, Order.MDY])
def test_dates_that_can_be_read_in_two_ways_are_asked_and_then_read_as_said(
    encoding: str, order: Order, desk: Desk
) -> None:
    item = desk.adds(encoded(written(EITHER, order), encoding))
    said = desk.is_asked(item)
    assert "Say in which order they stand. Look at line 2, 3." in said
    assert desk.stored() == []
    assert desk.reads(item, order=order.value).status_code == 302
    assert desk.stored() == as_sent(EITHER, encoding)


@each_encoding
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("31/02/2026;5,00 €;A;B", "Line 4, Date: “31/02/2026” cannot be read."),
        ("24/04/2026;douzé;A;B", "Line 4, Amount: “douzé” cannot be read."),
        ("24/04/2026;5,00 €;;B", "Line 4, Who pays: it is empty."),
        ("24/04/2026;5,00 €;A", "Line 4, Who is paid: it is empty."),
        ("Été", "Line 4, Date: “Été” cannot be read."),
    ],
)
def test_a_line_that_is_no_payment_is_named_with_its_column_and_nothing_is_kept(
    encoding: str, line: str, said: str, desk: Desk
) -> None:
    item = desk.adds(encoded(written(PLAIN, Order.DMY, line), encoding))
    assert said in desk.is_asked(item)
    assert desk.stored() == []
    assert desk.reads(item, only_good="on").status_code == 302
    assert desk.stored() == as_sent(PLAIN, encoding)


@pytest.mark.parametrize(
    ("encoding", "chosen"),
    [("cp1252", "utf-8-sig"), ("iso8859_15", "utf-8-sig"), ("utf-16", "cp1252")],
)
def test_an_encoding_that_does_not_fit_is_asked_anew(
    encoding: str, chosen: str, desk: Desk
) -> None:
    item = desk.adds(encoded(written(PLAIN, Order.YMD), encoding))
    assert "Choose its encoding." in desk.is_asked(item, encoding=chosen)
    assert desk.stored() == []
    assert desk.reads(item).status_code == 302
    assert desk.stored() == as_sent(PLAIN, encoding)


LIES = [
    ("account.csv", picture("PNG"), "Its content is: PNG picture"),
    ("account.csv", b"%PDF-1.7 paid", "Its content is: PDF document"),
    ("account.csv", b"PK\x03\x04 paid", "Its content is: ZIP archive"),
    ("account.csv", b"MZ\0\0 paid", "Its content is: unknown"),
    ("account.pdf", written(PLAIN, Order.YMD).encode(), "Its content is: text or table as text"),
    ("account.png", written(PLAIN, Order.DMY).encode("utf-16"), "Its content is: text or table"),
]


@pytest.mark.parametrize(("name", "data", "said"), LIES, ids=[f"{n}: {s}" for n, _, s in LIES])
def test_a_file_that_lies_about_its_type_is_refused_and_nothing_is_stored(
    name: str, data: bytes, said: str, desk: Desk
) -> None:
    form = filled(file=SimpleUploadedFile(name, data), source="payment")
    shown = page(desk.client, desk.path("items/add/"), form)
    assert f"{name} says by its name" in shown
    assert said in shown
    assert nothing_is_stored(desk.cast)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_table_under_a_false_name_is_evidence_as_found_and_can_still_be_read(
    encoding: str, desk: Desk
) -> None:
    data = encoded(written(PLAIN, Order.DMY), encoding)
    item = desk.adds(data, "account.jpg", as_found="on")
    assert desk.reads(item).status_code == 302
    assert desk.stored() == as_sent(PLAIN, encoding)


@pytest.mark.parametrize(("name", "data", "said"), LIES[:4], ids=[s for _, _, s in LIES[:4]])
def test_what_is_no_table_gives_no_payments_whatever_its_name(
    name: str, data: bytes, said: str, desk: Desk
) -> None:
    item = desk.adds(data, name, as_found="on")
    assert 'role="alert"' in desk.is_asked(item)
    assert desk.stored() == []
