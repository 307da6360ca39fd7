from collections.abc import Mapping
from enum import StrEnum


class Why(StrEnum):
    """Why a file as a whole is not taken; the room that reads it says so in a sentence."""

    KIND = "kind"  # another kind than those that are taken
    SIZE = "size"
    EMPTY = "empty"
    LIE = "lie"  # its content is not what its name says
    LETTERS = "letters"  # it was written in another encoding
    BROKEN = "broken"
    PASSWORD = "password"  # noqa: S105  a reason, no password
    BOMB = "bomb"  # it unpacks to more than this kind of file ever holds
    TWICE = "twice"  # two members of one name
    QUOTES = "quotes"  # a quotation mark is missing, or a cell is too long
    COLUMNS = "columns"  # two columns of one name
    HEADINGS = "headings"  # the first line names no columns
    WIDE = "wide"  # more columns than are taken
    ROWS = "rows"  # more rows than are taken
    SHEET = "sheet"  # the workbook has no sheet of that name
    NOUNS = "nouns"  # none of the lists of the standard stands in it


class NotRead(Exception):
    """`most`: the limit that was passed, where there is one."""

    def __init__(self, why: Why, most: int = 0) -> None:
        super().__init__(why)
        self.why, self.most = why, most


def told(sentences: Mapping[Why, object], refused: NotRead) -> str:
    return str(sentences[refused.why]) % {"most": refused.most}
