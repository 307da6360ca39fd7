"""Many models on one table, and many tables by the best of many models."""

from typing import NamedTuple

import numpy as np

from amparo.methods.estimation.compiled import compiled
from amparo.methods.estimation.kernel_fit import (
    DROPPED,
    FITTED,
    NOT_IDENTIFIABLE,
    ROWS,
    SUMS,
    UNSURE,
    Counts,
    Flags,
    Integers,
    Space,
    begin,
    climb,
    expect,
    is_full_rank,
    keep_cells,
    likelihood,
)
from amparo.methods.estimation.kernel_sums import Matrix, Vector, superset_sums

Whole = np.ndarray[tuple[int, int], np.dtype[np.int64]]
# Columns of a result.
STATUS, UNSEEN, LIKELIHOOD = 0, 1, 2


class Family(NamedTuple):
    """Models: parameters, shape (models, most parameters), how many each has, and where a fit
    begins, not a number where there is no such place."""

    masks: Whole
    sizes: Integers
    starts: Matrix


class Place(NamedTuple):
    """Where one fit begins, and where its parameters and its result are written."""

    start: Vector
    theta: Vector
    result: Vector


class Found(NamedTuple):
    """Shapes (models, most parameters), minus infinity among them, and (models, 3)."""

    thetas: Matrix
    results: Matrix


class Tables(NamedTuple):
    """Counts, shape (tables, 2 ** lists); `penalties`: shape (groups, models), each table's by
    `group`."""

    cells: Matrix
    possible: Flags
    penalties: Matrix
    group: Integers


class Chosen(NamedTuple):
    """`models`: shape (tables, 2): the model, or -1 where none has an estimate, and 1 where a model
    that nobody is sure of might be better. `unseen`: shape (tables,)."""

    models: Whole
    unseen: Vector


@compiled
def fit_one(counts: Counts, masks: Integers, space: Space, place: Place) -> None:
    own = masks.copy()
    finite = own[: keep_cells(counts, own, space.rows[DROPPED])]
    result = place.result
    result[STATUS], result[UNSEEN], result[LIKELIHOOD] = NOT_IDENTIFIABLE, np.nan, -np.inf
    if not is_full_rank(finite, space):
        return
    found = place.theta[: len(finite)]
    if np.isnan(place.start[0]):
        begin(counts, finite, space, found)
    else:
        take(place.start, masks, counts, found)
        expect(found, finite, space.rows)
    result[STATUS] = climb(counts, finite, space, found)
    result[UNSEEN] = np.exp(found[0])
    result[LIKELIHOOD] = likelihood(found, finite, counts, space.rows[SUMS, 0])
    spread(place.theta, masks, counts, len(finite))


@compiled
def take(start: Vector, masks: Integers, counts: Counts, found: Vector) -> None:
    """The parameters that are finite here; nothing for those that were not where it began."""
    at = 0
    for place in range(len(masks)):
        if counts.margins[masks[place]] > 0.0:
            found[at] = start[place] if np.isfinite(start[place]) else 0.0
            at += 1


@compiled
def spread(theta: Vector, masks: Integers, counts: Counts, finite: int) -> None:
    """From the finite ones at the front to one for each mask."""
    at = finite - 1
    for place in range(len(masks) - 1, -1, -1):
        if counts.margins[masks[place]] > 0.0:
            theta[place] = theta[at]
            at -= 1
        else:
            theta[place] = -np.inf


@compiled
def room(cells: int, parameters: int) -> Space:
    rows = np.empty((ROWS, max(cells, parameters)))
    return Space(rows[:, :cells], np.empty((parameters, parameters)))


@compiled
def measured(cells: Vector, possible: Flags) -> Counts:
    margins = cells.copy()
    superset_sums(margins)
    return Counts(cells, margins, possible)


@compiled
def fit_models(counts: Counts, family: Family, found: Found, which: tuple[int, int]) -> None:
    """Models which[0] to which[1] - 1. The margins of `counts` are filled in here."""
    own = measured(counts.cells, counts.possible)
    space = room(len(counts.cells), family.masks.shape[1])
    for at in range(which[0], which[1]):
        place = Place(family.starts[at], found.thetas[at], found.results[at])
        fit_one(own, family.masks[at, : family.sizes[at]], space, place)


@compiled
def best_of(tables: Tables, family: Family, chosen: Chosen, which: tuple[int, int]) -> None:
    """For tables which[0] to which[1] - 1 the model with the least criterion."""
    theta, result = np.empty(family.masks.shape[1]), np.empty(3)
    space = room(tables.cells.shape[1], family.masks.shape[1])
    for at in range(which[0], which[1]):
        counts = measured(tables.cells[at], tables.possible)
        least, least_unsure = np.inf, np.inf
        chosen.models[at, 0] = -1
        for model in range(len(family.sizes)):
            place = Place(family.starts[model], theta, result)
            fit_one(counts, family.masks[model, : family.sizes[model]], space, place)
            criterion = tables.penalties[tables.group[at], model] - 2.0 * result[LIKELIHOOD]
            if result[STATUS] == FITTED and criterion < least:
                least = criterion
                chosen.models[at, 0], chosen.unseen[at] = model, result[UNSEEN]
            if result[STATUS] == UNSURE:
                least_unsure = min(least_unsure, criterion)
        chosen.models[at, 1] = least_unsure < least
