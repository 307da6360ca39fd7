"""Statistical disclosure control for frequency tables: hide small counts, and prove it."""

from amparo.methods.disclosure.attack import Interval, attack, subtract
from amparo.methods.disclosure.cells import TOTAL, Cell
from amparo.methods.disclosure.errors import TableError
from amparo.methods.disclosure.protection import Protected, Status, protect
from amparo.methods.disclosure.published import Published
from amparo.methods.disclosure.table import Table

__all__ = [
    "TOTAL",
    "Cell",
    "Interval",
    "Protected",
    "Published",
    "Status",
    "Table",
    "TableError",
    "attack",
    "protect",
    "subtract",
]
