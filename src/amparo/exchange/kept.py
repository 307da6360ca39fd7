"""What another system said and nothing here holds: kept word for word, sealed, and given back.

Kept as lines that a person can read: "prs_Salutation: Ms". A row of a table is named with its
number: "events.1.hte_City: Harbourtown".
"""

from collections.abc import Iterable, Mapping

from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Record, Row

COLON = ": "
TAKEN_WHOLE = ("cco_CaseComment",)
# What a column that nobody knows may hold is treated as what names people.
IF_UNKNOWN = "identity"


def part_of(code: str) -> str:
    known = standard().fields.get(code)
    return known.part if known else IF_UNKNOWN


def name_of(key: str) -> str:
    """The field of a key: "events.1.hte_City" is of "hte_City"."""
    return key.split(".", 2)[-1] if key.split(".", 1)[0] in standard().tables else key


def left_over(record: Record, held: Row) -> dict[str, str]:
    """Every cell of the record that `held`, what our own file would write, does not say again."""
    found = {code: text for code, text in record.fields.items() if held.get(code) != text}
    for table, rows in record.rows.items():
        for number, row in enumerate(rows, start=1):
            found |= {
                f"{table}.{number}.{code}": text
                for code, text in row.items()
                if code not in TAKEN_WHOLE
            }
    return {key: text for key, text in found.items() if text}


def as_text(cells: Mapping[str, str]) -> str:
    return "\n".join(f"{key}{COLON}{_escaped(text)}" for key, text in cells.items())


def as_cells(text: str) -> dict[str, str]:
    pairs = (line.partition(COLON) for line in text.split("\n") if COLON in line)
    return {key: _whole(value) for key, _, value in pairs}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _whole(text: str) -> str:
    signs = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
    found, rest = [], text
    while rest:
        taken = rest[:2] if rest[:2] in signs else rest[0]
        found.append(signs.get(taken, taken))
        rest = rest[len(taken) :]
    return "".join(found)


def fields_of(cells: Mapping[str, str]) -> Row:
    """The part of it that belongs to the row of the file itself."""
    return {key: text for key, text in cells.items() if name_of(key) == key}


def tables_of(cells: Mapping[str, str]) -> dict[str, list[Row]]:
    """Its rows, each where it stood."""
    found: dict[str, dict[int, Row]] = {}
    for key, text in cells.items():
        if name_of(key) != key:
            table, number, code = key.split(".", 2)
            found.setdefault(table, {}).setdefault(int(number), {})[code] = text
    return {
        table: [row for _, row in sorted(rows.items())]
        for table, rows in found.items()
        if table != FILES
    }


def of_parts(cells: Mapping[str, str], parts: Iterable[str]) -> dict[str, str]:
    wanted = set(parts)
    return {key: text for key, text in cells.items() if part_of(name_of(key)) in wanted}
