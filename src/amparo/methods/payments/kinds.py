from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Field(StrEnum):
    """What a column can be; a statement of one account has a counterparty in place of both ends."""

    DATE = "date"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    CURRENCY = "currency"
    PAYER = "payer"
    PAYEE = "payee"
    COUNTERPARTY = "counterparty"


class Order(StrEnum):
    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class What(StrEnum):
    """What a file leaves open, or has that makes it no file of payments."""

    EMPTY = "empty"
    ENCODING = "encoding"
    LINES = "lines"
    COLUMNS = "columns"
    DATES_OPEN = "dates_open"
    DATES_MIXED = "dates_mixed"
    DECIMALS = "decimals"
    CURRENCY = "currency"
    OWNER = "owner"


@dataclass(eq=False)
class Undecided(Exception):
    """The file cannot be read until somebody says what is meant. `lines`: where it shows."""

    what: What
    lines: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Choices:
    """What somebody says of the file; "" and an absent column are for the file to tell.

    `columns` are counted from 1; `owner` is whose account a statement is of.
    """

    encoding: str = ""
    order: Order | None = None
    decimal: str = ""
    currency: str = ""
    owner: str = ""
    columns: Mapping[Field, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Line `line` is no payment: `found` stands in `field`. A fault of the whole line has none."""

    line: int
    field: Field | None
    found: str


@dataclass(frozen=True)
class Payment:
    line: int
    on: date
    payer: str
    payee: str
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Reading:
    """The payments in the order of the file, the lines that are none, and how it was read."""

    payments: tuple[Payment, ...]
    faults: tuple[Fault, ...]
    encoding: str
    delimiter: str
    order: Order
    decimal: str
    columns: Mapping[Field, str]
