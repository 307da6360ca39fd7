"""A sheet as text: comma, semicolon or tab between its cells."""

import csv
import io
from collections.abc import Iterator

from amparo.methods.tables.refusals import NotRead, Why

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 100_000


def lines(text: str) -> Iterator[list[str]]:
    """The cells of each line, as they are written. Raises NotRead."""
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise NotRead(Why.QUOTES) from error
