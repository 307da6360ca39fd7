"""What another system said and nothing here holds: kept word for word, sealed, and given back.

Kept as lines that a person can read: "prs_Salutation: Ms". A row of a table is named with its
number: "events.1.hte_City: Harbourtown". That goes for tables too that the standard does not have.
"""

import re
from collections.abc import Iterable, Mapping

from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Record, Row

COLON = ": "
OF_A_ROW = re.compile(r"([^.]*)\.(\d+)\.(.*)", re.DOTALL)
TAKEN_WHOLE = ("cco_CaseComment",)
# What a column that nobody knows may hold is treated as what names people.
IF_UNKNOWN = "identity"


def part_of(code: str) -> str:
    known = standard().fields.get(code)
    return known.part if known else IF_UNKNOWN


def name_of(key: str) -> str:
    """The field of a key: "events.1.hte_City" is of "hte_City"."""
    found = OF_A_ROW.fullmatch(key)
    return found[3] if found else key


def _key(table: str, number: int, code: str) -> str:
    """A field of the file itself has its own name for a key, unless it looks like one of a row."""
    if table == FILES and not OF_A_ROW.fullmatch(code):
        return code
    return f"{table}.{number}.{code}"


def left_over(record: Record, held: Row) -> dict[str, str]:
    """Every cell of the record that `held`, what our own file would write, does not say again."""
    fields = record.fields.items()
    found = {_key(FILES, 0, code): text for code, text in fields if held.get(code) != text}
    for table, rows in record.rows.items():
        for number, row in enumerate(rows, start=1):
            found |= {
                _key(table, number, code): text
                for code, text in row.items()
                if code not in TAKEN_WHOLE
            }
    return {key: text for key, text in found.items() if text}


def as_text(cells: Mapping[str, str]) -> str:
    return "\n".join(f"{_named(key)}{COLON}{_escaped(text)}" for key, text in cells.items())


def as_cells(text: str) -> dict[str, str]:
    pairs = (line.partition(COLON) for line in text.split("\n") if COLON in line)
    return {_whole(key): _whole(value) for key, _, value in pairs}


def _named(key: str) -> str:
    """A colon in the name of a column does not end the name."""
    return _escaped(key).replace(COLON, ":\\ ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _whole(text: str) -> str:
    signs = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\ ": " "}
    found, rest = [], text
    while rest:
        taken = rest[:2] if rest[:2] in signs else rest[0]
        found.append(signs.get(taken, taken))
        rest = rest[len(taken) :]
    return "".join(found)


def fields_of(cells: Mapping[str, str]) -> Row:
    """The part of it that belongs to the row of the file itself."""
    rows = ((OF_A_ROW.fullmatch(key), key, text) for key, text in cells.items())
    return {
        found[3] if found else key: text
        for found, key, text in rows
        if not found or found[1] == FILES
    }


def tables_of(cells: Mapping[str, str]) -> dict[str, list[Row]]:
    """Its rows, each where it stood."""
    found: dict[str, dict[int, Row]] = {}
    for key, text in cells.items():
        if row := OF_A_ROW.fullmatch(key):
            table, number, code = row.groups()
            found.setdefault(table, {}).setdefault(int(number), {})[code] = text
    return {
        table: [row for _, row in sorted(rows.items())]
        for table, rows in found.items()
        if table != FILES
    }


def of_parts(cells: Mapping[str, str], parts: Iterable[str]) -> dict[str, str]:
    wanted = set(parts)
    return {key: text for key, text in cells.items() if part_of(name_of(key)) in wanted}
