"""Who is held to account for what they were made to do, and how it ends (33/1 ¶6; S2, preamble).

Persons are counted, in the year in which acts were first written down against them: not in that of
their file, so that no year of this table has the persons of a year of the table of files, and none
can be subtracted from the other. The rest of its protection is that of the yearly table.

Of how it ended the table tells whether the person was punished, and no more, and requests stand
beside it, crossed with nothing: finer tables would leave a small country with nothing to show.
"""

from collections.abc import Sequence
from typing import Final

from amparo.figures.tables import AGES, categories
from amparo.people.codes import listed

OPEN, UNPUNISHED, PUNISHED, UNKNOWN = "open", "unpunished", "punished", "unknown"
OUTCOMES: Final = (OPEN, UNPUNISHED, PUNISHED, UNKNOWN)


def dimensions() -> dict[str, tuple[str, ...]]:
    return {"outcome": OUTCOMES, "sex": categories()["sex"], "age": AGES}


def standing(ends: Sequence[str]) -> str:
    """How it stands with a person, from how each of the acts ended, "" where it has not.

    What is open outweighs what has ended, and a punishment any other end.
    """
    codes = listed("allegation_outcomes")
    if not all(ends):
        return OPEN
    known = {codes.counted(code) if code in codes else UNKNOWN for code in ends}
    found = (code for code in (PUNISHED, UNKNOWN) if code in known)
    return next(found, UNPUNISHED)
