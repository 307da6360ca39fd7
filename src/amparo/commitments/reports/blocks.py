"""What a report is made of: a row of blocks, plain data, from which every format is written.

Each is a dict with a `kind`: heading (level, text), text (text), quote (text, language, cite),
facts (rows of two), table (caption, columns, rows), figure (value, sentence, note), listing
(items).
"""

from collections.abc import Iterable, Sequence
from typing import Any

Block = dict[str, Any]


def heading(text: object, level: int = 2) -> Block:
    """`level`: 2 to 4; the title of the report is the first."""
    return {"kind": "heading", "text": str(text), "level": level}


def text(words: object) -> Block:
    return {"kind": "text", "text": str(words)}


def quote(words: str, language: str, cite: str) -> Block:
    """The words of a text, in its own language."""
    return {"kind": "quote", "text": words, "language": language, "cite": cite}


def facts(rows: Iterable[tuple[object, object]]) -> Block:
    """Rows without a value are left out."""
    return {"kind": "facts", "rows": [[str(k), str(v)] for k, v in rows if v]}


def table(caption: object, columns: Sequence[object], rows: Iterable[Sequence[object]]) -> Block:
    return {
        "kind": "table",
        "caption": str(caption),
        "columns": [str(column) for column in columns],
        "rows": [[str(cell) for cell in row] for row in rows],
    }


def figure(value: object, sentence: object, note: object) -> Block:
    """`note`: when it was counted, and what it is compared with."""
    return {"kind": "figure", "value": str(value), "sentence": str(sentence), "note": str(note)}


def listing(items: Iterable[object]) -> Block:
    return {"kind": "listing", "items": [str(item) for item in items]}
