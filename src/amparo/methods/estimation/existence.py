"""Whether a model has one finite extended estimate on a table, by rank and a linear programme.

The slow way, exact for each model: Newton's method settles nearly all of them by itself, and what
it cannot settle comes here. Fienberg and Rinaldo (2012), Annals of Statistics 40: 996-1023; the
extension to empty overlaps is that of Chan, Silverman and Vincent (2021), JASA 116: 1297-1306.
"""

import numpy as np

from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import Reason
from amparo.methods.estimation.table import Bools, Floats, Table

Design = np.ndarray[tuple[int, int], np.dtype[np.float64]]
# The linear programme's own tolerance is 1e-7 of a person; a thousandth of one is surely more.
LEAST = 1e-6


def why_not(table: Table, model: Model) -> Reason | None:
    """None where the estimate exists and is the only one."""
    counts = table.vector()
    finite, kept = _finite(counts, table.can_be(), model)
    design = _design(finite, kept)
    if np.linalg.matrix_rank(design) < len(finite):
        return Reason.NOT_IDENTIFIABLE
    return None if _least_cell(design, counts[kept]) > LEAST else Reason.NO_FINITE_ESTIMATE


def _finite(counts: Floats, possible: Bools, model: Model) -> tuple[list[int], Bools]:
    """The parameters whose lists somebody is on, and the cells that expect anybody."""
    cells = np.arange(len(counts))
    kept = possible.copy()
    finite = []
    for mask in model:
        above = cells & mask == mask
        if counts[above].sum():
            finite.append(mask)
        else:
            kept &= ~above
    return finite, kept


def _design(finite: list[int], kept: Bools) -> Design:
    """Shape (cells that are kept, finite parameters)."""
    cells = np.flatnonzero(kept)
    found: Design = np.array([[float(cell & mask == mask) for mask in finite] for cell in cells])
    return found


def _least_cell(design: Design, counts: Floats) -> float:
    """How much the smallest cell of a table with the same margins can hold, at most one.

    Above zero means that the margins lie inside their cone, which is when the estimate is finite.
    """
    from scipy.optimize import linprog

    cells, parameters = design.shape
    objective = np.zeros(cells + 1)
    objective[-1] = -1.0
    equal = np.hstack([design.T, np.zeros((parameters, 1))])
    above = np.hstack([-np.eye(cells), np.ones((cells, 1))])
    bounds = [(0, None)] * cells + [(0, 1)]
    found = linprog(
        objective, A_ub=above, b_ub=np.zeros(cells), A_eq=equal, b_eq=design.T @ counts,
        bounds=bounds, method="highs",
    )  # fmt: skip
    return -float(found.fun) if found.success and found.fun is not None else 0.0
