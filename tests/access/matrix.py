"""The table in matrix.txt: each address and method, and what each persona gets there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from access.crawl import ANONYMOUS
from repo.resolver import Address, addresses

FILE = Path(__file__).with_name("matrix.txt")
METHODS = ("GET", "POST")
COLUMNS = {
    "resp": "first_responder",  # wrote the file
    "mgrA": "manager_a",  # looks after the person
    "mgrB": "manager_b",  # same mandate, another file
    "prov": "provider",  # asked for a place, has not answered
    "plcd": "second_provider",  # has accepted the person
    "panl": "panel",
    "coor": "coordinator",
    "stat": "statistician",
    "audi": "auditor",
    "admn": "administrator",  # keeps the accounts, opens no file
    "inve": "investigator",  # the dossier was handed over to them
    "strg": "stranger",  # an account, and a unit without any mandate
    "anon": ANONYMOUS,
}
PERSONAS = tuple(COLUMNS.values())


@dataclass(frozen=True)
class Row:
    label: str
    method: str
    outcomes: dict[str, str]


def label(address: Address) -> str:
    """As in the table: the name, then the arguments, for one name may have two patterns."""
    return "/".join((address.name, *address.arguments))


@cache
def rows() -> dict[tuple[str, str], Row]:
    head, *lines = [line for line in FILE.read_text().splitlines() if line and line[0] != "#"]
    columns = [COLUMNS[short] for short in head.split()[2:]]
    return {(row.label, row.method): row for row in _read(lines, columns)}


def _read(lines: list[str], columns: list[str]) -> Iterator[Row]:
    for line in lines:
        name, method, *cells = line.split()
        yield Row(name, method, dict(zip(columns, cells, strict=True)))


@cache
def cells() -> tuple[tuple[Address, str], ...]:
    """Every address with each method, in the order of the resolver."""
    return tuple((address, method) for address in addresses() for method in METHODS)
