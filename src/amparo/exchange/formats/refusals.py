from dataclasses import dataclass


class NotRead(Exception):
    """The file as a whole is not taken, and the sentence says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row and what to do; `field` is "" where the whole row is meant.

    `case`: the sending system's name for the file, as far as the row has one.
    """

    table: str
    row: int
    case: str
    field: str
    text: str
