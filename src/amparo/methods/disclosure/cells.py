"""How a cell of a table is named: one category per dimension, in the order of the dimensions."""

from typing import Final

Cell = tuple[str, ...]

TOTAL: Final = "_T"
"""The category that sums a whole dimension (the code SDMX uses for a total)."""
