"""The two sums that a log-linear model of lists consists of, and small linear algebra.

The design matrix has a one where the parameter's lists are among the history's. So the logarithms
of the expected counts are sums over subsets of the parameters, margins are sums over supersets of
the counts, and the Hessian's entry for two parameters is the margin of their union: additions of
lists * 2 ** (lists - 1) numbers, and no matrix product.
"""

import numpy as np

from amparo.methods.estimation.compiled import compiled

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@compiled
def superset_sums(values: Vector) -> None:
    """In place: at each mask the sum over all masks that contain it. Shape (2 ** lists,)."""
    size = len(values)
    bit = 1
    while bit < size:
        for block in range(0, size, 2 * bit):
            for at in range(block, block + bit):
                values[at] += values[at + bit]
        bit *= 2


@compiled
def subset_sums(values: Vector) -> None:
    """In place: at each mask the sum over all masks within it. Shape (2 ** lists,)."""
    size = len(values)
    bit = 1
    while bit < size:
        for block in range(0, size, 2 * bit):
            for at in range(block, block + bit):
                values[at + bit] += values[at]
        bit *= 2


@compiled
def factor(matrix: Matrix, size: int, least: float) -> bool:
    """Cholesky in the lower triangle, in place; False once a pivot is not above its least share."""
    for row in range(size):
        for column in range(row):
            total = matrix[row, column]
            for k in range(column):
                total -= matrix[row, k] * matrix[column, k]
            matrix[row, column] = total / matrix[column, column]
        diagonal = matrix[row, row]
        total = diagonal
        for k in range(row):
            total -= matrix[row, k] * matrix[row, k]
        if not total > least * diagonal:
            return False
        matrix[row, row] = np.sqrt(total)
    return True


@compiled
def solve(matrix: Matrix, size: int, right: Vector) -> None:
    """In place, after `factor`."""
    for row in range(size):
        total = right[row]
        for k in range(row):
            total -= matrix[row, k] * right[k]
        right[row] = total / matrix[row, row]
    for row in range(size - 1, -1, -1):
        total = right[row]
        for k in range(row + 1, size):
            total -= matrix[k, row] * right[k]
        right[row] = total / matrix[row, row]
