"""Extended maximum likelihood of one Poisson log-linear model, by Newton's method.

Parameters whose lists nobody shares are minus infinity, and every history with them expects
nobody (Chan, Silverman and Vincent 2021). Among the rest, a finite estimate exists if Newton's step
becomes nothing in every cell, and does not exist if the step keeps its direction: nothing in the
cells where somebody is, ever less in some where nobody is (Fienberg and Rinaldo 2012). What shows
neither is left to the linear programme in `existence`.
"""

from typing import NamedTuple

import numpy as np

from amparo.methods.estimation.compiled import compiled
from amparo.methods.estimation.kernel_sums import (
    Matrix,
    Vector,
    factor,
    solve,
    subset_sums,
    superset_sums,
)

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
Integers = np.ndarray[tuple[int], np.dtype[np.int64]]

FITTED, NOT_IDENTIFIABLE, NO_FINITE, UNSURE = 0, 1, 2, 3
MOST_STEPS = 60
HALVINGS = 12
CONVERGED = 1e-6  # largest step of a logarithm; the next one would be its square
VANISHING = 1e-6  # an expected count below which it is asked whether it goes to nothing
STILL, FALLING = 1e-4, -0.2  # steps of a cell that stays and of one that vanishes
# Rows of the space, each of length 2 ** lists.
MEAN, SUMS, STEP, ETA, DROPPED, TRIED = 0, 1, 2, 3, 4, 5
ROWS = 6


class Counts(NamedTuple):
    """One table, shape (2 ** lists,): people, their margins, and which histories can be seen."""

    cells: Vector
    margins: Vector
    possible: Flags


class Space(NamedTuple):
    """What a fit writes in: shape (ROWS, 2 ** lists), and (parameters, parameters)."""

    rows: Matrix
    hessian: Matrix


@compiled
def keep_cells(counts: Counts, masks: Integers, dropped: Vector) -> int:
    """Marks the cells that expect nobody, and moves the finite parameters to the front of `masks`.

    Returns how many are finite.
    """
    dropped[:] = 0.0
    finite = 0
    for at in range(len(masks)):
        mask = masks[at]
        if counts.margins[mask] > 0.0:
            masks[finite] = mask
            finite += 1
        else:
            dropped[mask] = 1.0
    subset_sums(dropped)
    for cell in range(len(dropped)):
        if not counts.possible[cell]:
            dropped[cell] = 1.0
    return finite


@compiled
def fill(matrix: Matrix, sums: Vector, masks: Integers) -> None:
    for row in range(len(masks)):
        for column in range(row + 1):
            matrix[row, column] = sums[masks[row] | masks[column]]


@compiled
def is_full_rank(masks: Integers, space: Space) -> bool:
    """Whether the columns of the finite parameters differ on the cells that are kept."""
    work, matrix = space
    kept = 0
    for cell in range(work.shape[1]):
        work[SUMS, cell] = 0.0 if work[DROPPED, cell] > 0.0 else 1.0
        kept += int(work[SUMS, cell])
    if kept == work.shape[1] - 1:  # nothing was dropped: a hierarchical model always has full rank
        return True
    if kept < len(masks):
        return False
    superset_sums(work[SUMS])
    fill(matrix, work[SUMS], masks)
    return factor(matrix, len(masks), 1e-9)


@compiled
def expect(theta: Vector, masks: Integers, work: Matrix) -> None:
    """Expected counts of the kept cells, and their margins."""
    work[ETA, :] = 0.0
    for at in range(len(masks)):
        work[ETA, masks[at]] = theta[at]
    subset_sums(work[ETA])
    for cell in range(work.shape[1]):
        work[MEAN, cell] = 0.0 if work[DROPPED, cell] > 0.0 else np.exp(work[ETA, cell])
        work[SUMS, cell] = work[MEAN, cell]
    superset_sums(work[SUMS])


@compiled
def likelihood(theta: Vector, masks: Integers, counts: Counts, expected: float) -> float:
    """Poisson log-likelihood without the factorials of the counts."""
    total = -expected
    for at in range(len(masks)):
        total += counts.margins[masks[at]] * theta[at]
    return total


@compiled
def begin(counts: Counts, masks: Integers, space: Space, theta: Vector) -> None:
    """One step of weighted least squares from the counts themselves, as glm does."""
    work, matrix = space
    for cell in range(work.shape[1]):
        seen = counts.cells[cell]
        mean = 0.0 if work[DROPPED, cell] > 0.0 else seen + 0.1
        work[SUMS, cell] = mean
        work[STEP, cell] = mean * np.log(mean) + seen - mean if mean > 0.0 else 0.0
    superset_sums(work[SUMS])
    superset_sums(work[STEP])
    fill(matrix, work[SUMS], masks)
    for at in range(len(masks)):
        theta[at] = work[STEP, masks[at]]
    sound = factor(matrix, len(masks), 1e-14)
    if sound:
        solve(matrix, len(masks), theta)
        expect(theta, masks, work)
    if not sound or not np.isfinite(work[SUMS, 0]):
        theta[:] = 0.0
        theta[0] = np.log(max(counts.margins[0], 1.0) / work.shape[1])
        expect(theta, masks, work)


@compiled
def newton_step(counts: Counts, masks: Integers, space: Space) -> bool:
    """Into TRIED the step of each parameter, into STEP that of each cell's logarithm."""
    work, matrix = space
    fill(matrix, work[SUMS], masks)
    step = work[TRIED]
    for at in range(len(masks)):
        step[at] = counts.margins[masks[at]] - work[SUMS, masks[at]]
    if not factor(matrix, len(masks), 1e-15):
        return False
    solve(matrix, len(masks), step)
    work[STEP, :] = 0.0
    for at in range(len(masks)):
        work[STEP, masks[at]] = step[at]
    subset_sums(work[STEP])
    return True


@compiled
def judge(cells: Vector, work: Matrix) -> int:
    """FITTED, NO_FINITE or not yet sure, from the step that Newton's method would take."""
    largest, least_mean, still, fall = 0.0, np.inf, 0.0, 0.0
    for cell in range(work.shape[1]):
        if work[DROPPED, cell] > 0.0:
            continue
        step = work[STEP, cell]
        largest = max(largest, abs(step))
        least_mean = min(least_mean, work[MEAN, cell])
        still = max(still, abs(step) if cells[cell] > 0.0 else step)
        fall = min(fall, step)
    if largest < CONVERGED:
        return FITTED
    if least_mean < VANISHING and still < STILL and fall < FALLING:
        return NO_FINITE
    return UNSURE


@compiled
def advance(counts: Counts, masks: Integers, work: Matrix, theta: Vector) -> None:
    """Takes the step, or as much of it as makes the counts likelier."""
    before = likelihood(theta, masks, counts, work[SUMS, 0])
    share = 1.0
    for _ in range(HALVINGS):
        for at in range(len(masks)):
            theta[at] += share * work[TRIED, at]
        expect(theta, masks, work)
        after = likelihood(theta, masks, counts, work[SUMS, 0])
        if after >= before - 1e-9 * (1.0 + abs(before)):
            return
        for at in range(len(masks)):
            theta[at] -= share * work[TRIED, at]
        share *= 0.5
    expect(theta, masks, work)


@compiled
def climb(counts: Counts, masks: Integers, space: Space, theta: Vector) -> int:
    """Newton's method from where `expect` stands."""
    for _ in range(MOST_STEPS):
        if not newton_step(counts, masks, space):
            return UNSURE
        found = judge(counts.cells, space.rows)
        if found == NO_FINITE:
            return found
        advance(counts, masks, space.rows, theta)
        if found == FITTED:
            return found
    return UNSURE
