"""The yearly table as it may be shown: form by sex by age, small counts hidden and kept hidden.

One table per year is published, with all its margins, and no table over several years: a file
counts in one year, so that the tables have nobody in common and none can be subtracted from
another. What adds years up (queries.answer) adds only totals that are shown.

Zeros are shown. Nothing is not the same as withheld (standards, Q7), and the table has neither
place nor nationality, so that nobody's neighbours make up one of its groups. An office that
judges otherwise sets HIDE_ZEROS; the protection then hides each zero as well.

What this does not cover: the table moves with the files, and whoever compares two days of it sees
what came between. A publication is one dated copy, not this page (standards, Q11 and Q14).
"""

import hashlib
from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Final

from django.core.cache import cache

from amparo.vocab.codelists import load

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published

Cell = tuple[str, ...]
Categories = Mapping[str, tuple[str, ...]]
TOTAL: Final = "_T"
ALL: Final[Cell] = (TOTAL, TOTAL, TOTAL)
THRESHOLD: Final = 5  # as UNODC's global table (standards, Q14)
HIDE_ZEROS: Final = False
AGES: Final = ("child", "adult", "unknown")


def categories() -> dict[str, tuple[str, ...]]:
    return {"form": load("forms").codes, "sex": load("sex").codes, "age": AGES}


def protected(counts: Mapping[Cell, int], wanted: Categories | None = None) -> "Published":
    """What of these counts by (form, sex, age), or by what is wanted, may be shown.

    Kept until the counts change. Raises UnknownCell for a code that the lists do not have: rebuild
    the figures then.
    """
    wanted = wanted or categories()
    key = _key(counts, wanted)
    published: Published | None = cache.get(key)
    if published is None:
        published = _protect(counts, wanted)
        cache.set(key, published, timeout=None)
    return published


def _protect(counts: Mapping[Cell, int], wanted: Categories) -> "Published":
    from amparo.methods.disclosure import Table, protect  # brings numpy: not while starting

    nobody = dict.fromkeys(product(*wanted.values()), 0)
    table = Table.from_cells(wanted, {**nobody, **counts})
    return protect(table, THRESHOLD, hide_zeros=HIDE_ZEROS).published


def _key(counts: Mapping[Cell, int], wanted: Categories) -> str:
    said = repr((sorted(counts.items()), wanted, THRESHOLD, HIDE_ZEROS))
    return f"figures-{hashlib.sha256(said.encode()).hexdigest()}"
