"""An archive of sheets: looked into, never unpacked; no name in it is ever a path."""

import json
from collections import defaultdict

from django.utils.translation import gettext as _

from amparo.exchange.formats import sheets
from amparo.exchange.formats.refusals import Fault, NotRead, in_words
from amparo.exchange.formats.writing import MAIN, MANIFEST
from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Package, Record, Row
from amparo.methods.tables import archives

MOST_MEMBERS, MOST_BYTES = 20, 20 * 1024 * 1024
SHEET = ".csv"


def read(data: bytes, encoding: str) -> tuple[Package, list[Fault]]:
    """Raises NotRead."""
    with in_words():
        members = archives.members(data, most=MOST_MEMBERS, most_bytes=MOST_BYTES)
    main = members.pop(f"{MAIN}.csv", None)
    if main is None:
        raise NotRead(_("The archive has no sheet “cases.csv”."))
    rows, faults = sheets.read_rows(main, encoding, FILES)
    source = _source(members)
    beside, more = _beside(members, encoding, {case for case, _row in rows})
    records = [Record(case, row, beside[case]) for case, row in rows]
    return Package(source, records), [*faults, *more]


def _beside(
    members: dict[str, bytes], encoding: str, cases: set[str]
) -> tuple[dict[str, dict[str, list[Row]]], list[Fault]]:
    """The rows of every other sheet, by file and table: also of those that the standard has not.

    What is no sheet is named: nothing that came is passed over in silence.
    """
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    faults: list[Fault] = []
    for name, content in members.items():
        table = name.removesuffix(SHEET)
        if table == name:
            faults.append(Fault(name, 0, "", "", _("This is no sheet: leave it out.")))
            continue
        rows, wrong = _rows(content, encoding, table)
        faults += wrong
        for number, (case, row) in enumerate(rows, start=2):
            if case not in cases:
                text = _("No row of “cases.csv” has this file: mend one of the two.")
                faults.append(Fault(table, number, case, "", text))
            found[case][table].append(row)
    return found, faults


def _rows(content: bytes, encoding: str, table: str) -> tuple[list[tuple[str, Row]], list[Fault]]:
    """Of a sheet that the standard has not, what is wrong with the whole is told by its name."""
    try:
        return sheets.read_rows(content, encoding, table)
    except NotRead as wrong:
        if table in standard().tables:
            raise
        return [], [Fault(table, 1, "", "", str(wrong))]


def _source(members: dict[str, bytes]) -> str:
    """What the sending system calls itself, if it says so; whoever imports may say it better."""
    try:
        return str(json.loads(members.pop(MANIFEST, b"{}")).get("source") or "")
    except (ValueError, AttributeError):
        return ""
