"""Who is held to account for what they were made to do, and how it ends (33/1 ¶6; S2, preamble).

Persons are counted, in the year in which acts were first written down against them: not in that of
their file, so that no year of this table has the persons of a year of the table of files, and none
can be subtracted from the other. The rest of its protection is that of the yearly table.
"""

from typing import Final

from amparo.figures.tables import AGES
from amparo.vocab.codelists import load

ASKED, NOT_ASKED = "asked", "not_asked"
OPEN, UNKNOWN = "open", "unknown"
REQUESTS: Final = (ASKED, NOT_ASKED)
OUTCOMES: Final = "allegation_outcomes"


def outcomes() -> tuple[str, ...]:
    return (OPEN, *load(OUTCOMES).codes, UNKNOWN)


def dimensions() -> dict[str, tuple[str, ...]]:
    return {
        "request": REQUESTS, "outcome": outcomes(), "sex": load("sex").codes, "age": AGES,
    }  # fmt: skip
