"""Line by line: a payment, or what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from amparo.methods.payments.amounts import (
    Written,
    amount,
    decimal_mark,
    is_currency,
    written,
)
from amparo.methods.payments.columns import Line, Names, Sheet, lay_out
from amparo.methods.payments.days import read_days
from amparo.methods.payments.encoding import decode
from amparo.methods.payments.kinds import (
    Choices,
    Fault,
    Field,
    Payment,
    Reading,
    Undecided,
    What,
)

MOST_LINES = 100_000
SHOWN = 5
SUMS = (Field.AMOUNT, Field.DEBIT, Field.CREDIT)


@dataclass(frozen=True)
class Columns:
    """What the columns as wholes have decided."""

    days: Mapping[int, date]
    sums: Mapping[Field, Mapping[int, Written]]
    decimal: str
    choices: Choices


def read(data: bytes, names: Names, choices: Choices | None = None) -> Reading:
    """Raises Undecided, with the lines, where the file does not say what is meant."""
    said = choices or Choices()
    text, encoding = decode(data, said.encoding)
    sheet = lay_out(text, names, said)
    if len(sheet.lines) > MOST_LINES:
        raise Undecided(What.LINES, (sheet.lines[MOST_LINES].number,))
    order, days = read_days(_column(sheet, Field.DATE), said.order)
    sums = {field: _written(sheet, field) for field in SUMS if field in sheet.columns}
    decimal = said.decimal or decimal_mark(_together(sums))
    columns = Columns(days, sums, decimal, said)
    _refuse_unless_told(sheet, columns)
    rows = [_payment(sheet, line, columns) for line in sheet.lines]
    return Reading(
        payments=tuple(row for row in rows if isinstance(row, Payment)),
        faults=tuple(row for row in rows if isinstance(row, Fault)),
        encoding=encoding,
        delimiter=sheet.delimiter,
        order=order,
        decimal=decimal,
        columns={field: _name(sheet.head, at) for field, at in sheet.columns.items()},
    )


def _name(head: Line, at: int) -> str:
    return head.cells[at] if at < len(head.cells) else str(at + 1)


def _cell(sheet: Sheet, line: Line, field: Field) -> str:
    at = sheet.columns.get(field, len(line.cells))
    return line.cells[at] if at < len(line.cells) else ""


def _column(sheet: Sheet, field: Field) -> dict[int, str]:
    return {line.number: _cell(sheet, line, field) for line in sheet.lines}


def _written(sheet: Sheet, field: Field) -> dict[int, Written]:
    found = {line: written(text) for line, text in _column(sheet, field).items() if text}
    return {line: each for line, each in found.items() if each}


def _together(sums: Mapping[Field, Mapping[int, Written]]) -> dict[int, Written]:
    """One sum for each line, for the question that they answer together."""
    return {line: each for column in sums.values() for line, each in column.items()}


def _refuse_unless_told(sheet: Sheet, columns: Columns) -> None:
    """A statement does not say whose it is, nor always in which currency."""
    ends = {Field.PAYER, Field.PAYEE} <= sheet.columns.keys()
    if not ends and not columns.choices.owner.strip():
        raise Undecided(What.OWNER)
    if columns.choices.currency:
        return
    bare = [
        line.number for line in sheet.lines
        if line.number in columns.days
        and not _cell(sheet, line, Field.CURRENCY) and _sum_without_currency(columns, line)
    ]  # fmt: skip
    if bare:
        raise Undecided(What.CURRENCY, tuple(bare[:SHOWN]))


def _sum_without_currency(columns: Columns, line: Line) -> bool:
    found = [column[line.number] for column in columns.sums.values() if line.number in column]
    return bool(found) and not any(each.currency for each in found)


def _payment(sheet: Sheet, line: Line, columns: Columns) -> Payment | Fault:
    day = columns.days.get(line.number)
    if day is None:
        return Fault(line.number, Field.DATE, _cell(sheet, line, Field.DATE))
    field, value = _sum(line, columns)
    if not value:
        wrong = field if field in sheet.columns else Field.AMOUNT
        return Fault(line.number, wrong, _cell(sheet, line, wrong))
    currency = _currency(sheet, line, columns)
    if not is_currency(currency):
        return Fault(line.number, Field.CURRENCY, currency)
    payer, payee = _ends(sheet, line, columns)
    for end, name in ((Field.PAYER, payer), (Field.PAYEE, payee)):
        if not name:
            return Fault(line.number, end if end in sheet.columns else Field.COUNTERPARTY, "")
    if value < 0:  # what is taken back goes the other way
        payer, payee = payee, payer
    return Payment(line.number, day, payer, payee, abs(value), currency.upper())


def _sum(line: Line, columns: Columns) -> tuple[Field, Decimal | None]:
    """Signed as seen by the payee: what leaves an account's statement is below zero there."""
    for field, column in columns.sums.items():
        each = column.get(line.number)
        value = amount(each.digits, columns.decimal) if each else None
        if each and (value or field == Field.AMOUNT):
            minus = each.minus or field == Field.DEBIT
            return field, -value if minus and value else value
    return Field.AMOUNT, None


def _currency(sheet: Sheet, line: Line, columns: Columns) -> str:
    """The column's, else what stands beside the sum, else what was said of the whole file."""
    if told := _cell(sheet, line, Field.CURRENCY):
        return told
    beside = [c[line.number].currency for c in columns.sums.values() if line.number in c]
    return next(filter(None, beside), columns.choices.currency)


def _ends(sheet: Sheet, line: Line, columns: Columns) -> tuple[str, str]:
    if {Field.PAYER, Field.PAYEE} <= sheet.columns.keys():
        return _cell(sheet, line, Field.PAYER), _cell(sheet, line, Field.PAYEE)
    return _cell(sheet, line, Field.COUNTERPARTY), columns.choices.owner.strip()
