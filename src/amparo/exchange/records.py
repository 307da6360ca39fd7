"""A file as the standard writes it: one row of fields, and tables with any number of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from amparo.exchange.mapping import FILES, standard

PROFILE = "htcds-2.0"
# Several values in one cell, as the standard's own tools write them.
BETWEEN = ";"
Row = dict[str, str]


@dataclass(frozen=True)
class Record:
    """`id`: what the sending system calls the file; `rows` by the name of the table."""

    id: str
    fields: Row = field(default_factory=dict)
    rows: Mapping[str, list[Row]] = field(default_factory=dict)

    def cells(self) -> Iterable[tuple[str, str]]:
        """Every cell that holds something: its field and its text."""
        for row in (self.fields, *(row for rows in self.rows.values() for row in rows)):
            yield from ((code, text) for code, text in row.items() if text)


@dataclass(frozen=True)
class Package:
    """What one system sends another at one time. `source` names the system, never a person."""

    source: str
    records: list[Record]

    def table(self, rows: str) -> list[tuple[str, Row]]:
        """The rows of one table, each with the file it belongs to."""
        if rows == FILES:
            return [(record.id, record.fields) for record in self.records]
        return [(record.id, row) for record in self.records for row in record.rows.get(rows, [])]

    def unknown(self) -> set[str]:
        """The columns that the standard does not have."""
        known = standard().fields
        return {code for record in self.records for code, _ in record.cells() if code not in known}

    def unknown_tables(self) -> set[str]:
        """Those that the standard does not have, with something in them."""
        found = {name for each in self.records for name, rows in each.rows.items() if any(rows)}
        return found - set(standard().tables)


def joined(values: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(value for value in values if value))


def parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN) if part.strip()]
