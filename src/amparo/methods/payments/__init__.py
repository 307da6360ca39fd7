"""A file of payments, whatever its encoding, its order of dates and its decimal mark.

`read` gives the payments and, for each line that is not one, what is wrong in which field. What a
whole column cannot decide is asked, with the lines that leave it open: nothing is guessed.
"""

from amparo.methods.payments.columns import FIELDS, Names
from amparo.methods.payments.flows import Flow, Period, flows, labels, periods
from amparo.methods.payments.kinds import (
    Choices,
    Fault,
    Field,
    Order,
    Payment,
    Reading,
    Undecided,
    What,
)
from amparo.methods.payments.reading import MOST_LINES, read

__all__ = [
    "FIELDS",
    "MOST_LINES",
    "Choices",
    "Fault",
    "Field",
    "Flow",
    "Names",
    "Order",
    "Payment",
    "Period",
    "Reading",
    "Undecided",
    "What",
    "flows",
    "labels",
    "periods",
    "read",
]
