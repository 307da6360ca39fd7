"""Payments summed by who pays whom, and by month."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count
from string import ascii_uppercase

from amparo.methods.payments.kinds import Payment


@dataclass(frozen=True)
class Flow:
    """All that one account paid another in one currency."""

    payer: str
    payee: str
    currency: str
    total: Decimal
    payments: int
    first: date
    last: date


@dataclass(frozen=True)
class Period:
    """What one account paid another in one month."""

    month: date
    flow: Flow


def flows(payments: Iterable[Payment]) -> list[Flow]:
    """The largest first, currency by currency. Accounts written in two ways are one."""
    rows = list(payments)
    names = _names(rows)
    pairs: dict[tuple[str, str, str], list[Payment]] = {}
    for row in rows:
        pair = (row.currency, names[_account(row.payer)], names[_account(row.payee)])
        pairs.setdefault(pair, []).append(row)
    found = [_flow(pair, under) for pair, under in pairs.items()]
    return sorted(found, key=lambda flow: (flow.currency, -flow.total, flow.payer, flow.payee))


def _flow(pair: tuple[str, str, str], rows: list[Payment]) -> Flow:
    currency, payer, payee = pair
    days = [row.on for row in rows]
    total = sum((row.amount for row in rows), Decimal(0))
    return Flow(payer, payee, currency, total, len(rows), min(days), max(days))


def periods(payments: Iterable[Payment]) -> list[Period]:
    """Month by month, and in each the largest first."""
    months: dict[date, list[Payment]] = {}
    for row in payments:
        months.setdefault(row.on.replace(day=1), []).append(row)
    return [Period(month, flow) for month in sorted(months) for flow in flows(months[month])]


def labels(found: Iterable[Flow]) -> dict[str, str]:
    """A short letter for each account, in the order in which the flows name them."""
    named: dict[str, str] = {}
    letters = _letters()
    for flow in found:
        for account in (flow.payer, flow.payee):
            if account not in named:
                named[account] = next(letters)
    return named


def _letters() -> Iterator[str]:
    """A to Z, then A1 to Z1, and so on."""
    yield from ascii_uppercase
    for number in count(1):
        yield from (f"{letter}{number}" for letter in ascii_uppercase)


def _account(name: str) -> str:
    """The same account however it is spaced and cased."""
    return "".join(name.split()).casefold()


def _names(rows: Iterable[Payment]) -> Mapping[str, str]:
    """Each account as it is written first."""
    found: dict[str, str] = {}
    for row in rows:
        for name in (row.payer, row.payee):
            found.setdefault(_account(name), " ".join(name.split()))
    return found
