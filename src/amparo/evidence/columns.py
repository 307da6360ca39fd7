"""What columns of payments are called, by field: data, for it grows with each bank."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from amparo.methods.payments import FIELDS, Field
from amparo.vocab.datafile import coded, read

FILE = Path(__file__).parent / "data" / "payment_columns.toml"


@cache
def names() -> Mapping[Field, Sequence[str]]:
    """Raises DataError."""
    sheet = read(FILE)
    found = {}
    for _, entry in coded(sheet, "field", FIELDS):
        found[Field(entry.one_of("code", FIELDS))] = entry.words("names")
        entry.close()
    for key in ("source", "licence"):
        sheet.text(key)
    sheet.close()
    return found
