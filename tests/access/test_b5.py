"""The default matrix of who may see what, cell by cell (referral mechanism, B5).

What each persona gets at an address is seen by test_matrix, which visits them all; here each cell
of B5 is held against those addresses, so that the pages cannot drift from the mechanism's table.
"""

from pathlib import Path

import pytest

from access.matrix import rows

FILE = Path(__file__).with_name("b5.txt")
# What opens a column's content; contact is kept with the identity.
ADDRESSES = {
    "identity": ("cases:identity/reference", "POST"),
    "contact": ("cases:identity/reference", "POST"),
    "facts": ("cases:detail/reference", "GET"),
    "evidence": ("cases:accounts/reference", "POST"),
    "decides": ("cases:decide/reference", "POST"),
    "statistics": ("figures:table", "GET"),
    "health": ("support:health/reference", "POST"),  # of one's own unit alone
    "suspects": ("justice:offenders_words/reference", "POST"),
}


def cells() -> list[tuple[str, str, bool]]:
    head, *lines = [line for line in FILE.read_text().splitlines() if line[:1] != "#"]
    columns = head.split()[1:]
    found = []
    for who, *marks in map(str.split, lines):
        persona = who.partition(":")[0]
        found += [(persona, c, mark == "y") for c, mark in zip(columns, marks, strict=True)]
    return found


@pytest.mark.asvs("8.2.1", "8.2.2", "8.2.3")
@pytest.mark.parametrize(("persona", "column", "may"), cells())
def test_each_cell_is_what_the_page_answers(persona: str, column: str, may: bool) -> None:
    answer = rows()[ADDRESSES[column]].outcomes[persona]
    assert (answer == "ok") is may, f"{persona}, {column}: {answer}"
    assert may or answer in ("403", "404")


def test_the_table_has_every_persona_and_column() -> None:
    assert {column for _, column, _ in cells()} == set(ADDRESSES)
    assert len({persona for persona, _, _ in cells()}) == 12
