"""What the pages of items and payments say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from babel.dates import format_date
from babel.numbers import format_currency
from django.template.defaultfilters import filesizeformat
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amparo.design import tokens
from amparo.design.parts import Column, Row, Table, Words
from amparo.evidence.actions.custody import OPENED, READ
from amparo.evidence.actions.items import Told
from amparo.evidence.models import Custody, Item
from amparo.evidence.words import FIELDS, KINDS, ORDERS
from amparo.methods.flowchart import Edge, draw
from amparo.methods.payments import Fault, Flow, Payment, Reading, flows, labels, periods
from amparo.people.codes import label

MOST_DRAWN, MOST_FAULTS, MOST_SHOWN = 12, 50, 5


@dataclass(frozen=True)
class ItemRow:
    """One item as the list shows it; `name` and `description` are "" while they are sealed."""

    pk: UUID
    number: int
    source: Words
    kind: Words
    misnamed: bool
    found_on: date
    name: str = ""
    description: str = ""
    digest: str = ""


def item_rows(items: Iterable[Item], told: Sequence[Told] | None) -> list[ItemRow]:
    known = {each.item.pk: each.words for each in told or ()}
    return [
        ItemRow(
            row.pk, row.number, label("evidence_sources", row.source), KINDS[row.kind],
            row.misnamed, row.found_on,
            **{field: known.get(row.pk, {}).get(field, "")
               for field in ("name", "description", "digest")},
        )
        for row in items
    ]  # fmt: skip


def item_facts(item: Item, told: Told | None) -> list[Row]:
    rows = [
        Row(_("Source"), label("evidence_sources", item.source)),
        Row(_("Kind of file"), KINDS[item.kind]),
        Row(_("Found on"), tokens.day(item.found_on)),
        Row(_("Taken in by"), f"{item.by}"),
    ]
    if item.misnamed:
        rows.append(Row(_("Its name"), _("says another kind; it was taken as it was found")))
    return rows + (_sealed(told) if told else [])


def _sealed(told: Told) -> list[Row]:
    words = {
        "name": _("Name of the file"), "description": _("What it is"), "place": _("Found at"),
        "finder": _("Found by"), "bag": _("Sealed bag"), "digest": _("SHA-256 of the original"),
    }  # fmt: skip
    rows = [Row(name, told.words[field]) for field, name in words.items() if told.words[field]]
    return [*rows, Row(_("Size"), filesizeformat(int(told.words["size"])))]


@dataclass(frozen=True)
class Step:
    """One entry of custody; `words` is what is sealed of it, while it is open."""

    title: Words
    when: datetime
    written: datetime
    by: str
    digest: str
    words: list[Row]


def steps(entries: Iterable[Custody], told: Told | None) -> list[Step]:
    said = {row.pk: words for row, words in (told.custody if told else ())}
    names = {
        "giver": _("From"), "receiver": _("To"), "place": _("Where"), "reason": _("Why"),
        "bag": _("Sealed bag"),
    }  # fmt: skip
    return [
        Step(
            label("custody_kinds", row.kind), row.when, row.at, str(row.by),
            bytes(row.digest).hex()[:16],
            [Row(name, text) for field, name in names.items()
             if row.pk in said and (text := _told(row, field, said[row.pk][field]))],
        )
        for row in entries
    ]  # fmt: skip


def _told(row: Custody, field: str, text: str) -> str:
    """Why an original was opened is the code of a purpose; of a reading the kind says it all."""
    if field != "reason" or row.kind not in (OPENED, READ):
        return text
    return label("opening_purposes", text) if row.kind == OPENED else ""


def how_read(found: Reading) -> list[Row]:
    columns = ", ".join(f"{FIELDS[field]}: {name}" for field, name in found.columns.items())
    mark = _("a comma") if found.decimal == "," else _("a point")
    return [
        Row(_("Good lines"), tokens.number(len(found.payments))),
        Row(_("Lines that are no payments"), tokens.number(len(found.faults))),
        Row(_("Encoding"), found.encoding),
        Row(_("Order of the dates"), ORDERS[found.order]),
        Row(_("The decimals begin with"), mark),
        Row(_("Columns"), columns),
    ]


def faults(found: Sequence[Fault]) -> list[str]:
    """One sentence each, of the first ones."""
    return [_fault(each) for each in found[:MOST_FAULTS]]


def _fault(each: Fault) -> str:
    field = FIELDS[each.field] if each.field else _("the whole line")
    said = {"line": each.line, "field": field, "found": each.found}
    if not each.found:
        return _("Line %(line)s, %(field)s: it is empty.") % said
    return _("Line %(line)s, %(field)s: “%(found)s” cannot be read.") % said


def first_payments(found: Sequence[Payment]) -> Table:
    columns = [
        Column(_("Date")), Column(_("Who pays")), Column(_("Who is paid")),
        Column(_("Amount"), numeric=True), Column(_("Currency")),
    ]  # fmt: skip
    return Table(_("The first lines as they were read"), columns, [
        [
            tokens.day_in_words(row.on), row.payer, row.payee, _sum(row.amount, row.currency),
            row.currency,
        ]
        for row in found[:MOST_SHOWN]
    ])  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """The flow of one currency: its finding, its picture, and the tables beside it."""

    currency: str
    finding: str
    svg: SafeString
    pairs: Table
    months: Table


def drawings(payments: Sequence[Payment]) -> list[Drawing]:
    every = flows(payments)
    letters = labels(every)
    return [
        _drawing(code, [flow for flow in every if flow.currency == code], payments, letters)
        for code in dict.fromkeys(flow.currency for flow in every)
    ]


def _drawing(
    code: str, found: list[Flow], payments: Sequence[Payment], letters: dict[str, str]
) -> Drawing:
    largest = found[0]
    said = {
        "letter": letters[largest.payer], "payer": largest.payer, "payee": largest.payee,
        "other": letters[largest.payee], "currency": code,
        "total": _sum(largest.total, code),
    }  # fmt: skip
    finding = (
        _(
            "The largest sum goes from %(letter)s (%(payer)s) to %(other)s (%(payee)s):"
            " %(total)s %(currency)s."
        )
        % said
    )
    edges = [
        Edge(number, letters[flow.payer], letters[flow.payee], flow.total)
        for number, flow in enumerate(found[:MOST_DRAWN], 1)
    ]
    titles = {"pays": _("Pay"), "passes": _("Pass on"), "keeps": _("Keep")}
    svg = SafeString(draw(_("Payments in %(currency)s") % said, edges, titles))
    return Drawing(
        code, finding, svg, _pairs(code, found, letters), _months(payments, code, letters)
    )


def _pairs(code: str, found: list[Flow], letters: dict[str, str]) -> Table:
    columns = [
        Column(_("Number")), Column(_("Who pays")), Column(_("Who is paid")),
        Column(_("Sum"), numeric=True), Column(_("Payments"), numeric=True), Column(_("Period")),
    ]  # fmt: skip
    return Table(_("Payments in %(currency)s by pair") % {"currency": code}, columns, [
        [
            str(number), f"{letters[flow.payer]}: {flow.payer}",
            f"{letters[flow.payee]}: {flow.payee}", _sum(flow.total, code), flow.payments,
            f"{tokens.day_in_words(flow.first)} – {tokens.day_in_words(flow.last)}",
        ]
        for number, flow in enumerate(found, 1)
    ])  # fmt: skip


def _months(payments: Sequence[Payment], code: str, letters: dict[str, str]) -> Table:
    columns = [
        Column(_("Month")), Column(_("From")), Column(_("To")), Column(_("Sum"), numeric=True),
        Column(_("Payments"), numeric=True),
    ]  # fmt: skip
    rows = periods(row for row in payments if row.currency == code)
    return Table(_("Payments in %(currency)s by month") % {"currency": code}, columns, [
        [
            _month(each.month), letters[each.flow.payer], letters[each.flow.payee],
            _sum(each.flow.total, code), each.flow.payments,
        ]
        for each in rows
    ])  # fmt: skip


def _sum(amount: Decimal, currency: str) -> str:
    """With the decimals that the currency has; its code stands beside."""
    return format_currency(amount, currency, "#,##0.00", locale=tokens.page_locale())


def _month(day: date) -> str:
    return format_date(day, "LLLL y", locale=tokens.page_locale())
