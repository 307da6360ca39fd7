"""Stepwise choice of pairs at a threshold, and what becomes of the estimate as it moves.

From independence the pair with the smallest p-value is added, as long as that is below the
threshold and the larger model has an estimate: the method of the R package SparseMSE (Chan,
Silverman and Vincent 2021). The pair that is added does not depend on the threshold, which only
says where to stop: one path gives every rung of the ladder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from amparo.methods.estimation import models
from amparo.methods.estimation.bootstrap import Matrix, Totals
from amparo.methods.estimation.loglinear import WHY, expect, fit_all
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.selection import parameters
from amparo.methods.estimation.table import Floats, Table

# Of the published estimate for the United Kingdom.
THRESHOLD = 0.02
LADDER = (0.0001, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)


@dataclass(frozen=True, slots=True)
class Step:
    """A model of the path, the pair added last (none at first) and the p-value it was added at."""

    model: Model
    total: float
    added: int | None = None
    p_value: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """`lists`: what the bits stand for. `steps`: from independence on."""

    lists: tuple[str, ...]
    steps: tuple[Step, ...]

    def at(self, threshold: float) -> Step:
        """Where a threshold stops; it must not be above that of the path."""
        last = self.steps[0]
        for step in self.steps[1:]:
            if step.p_value >= threshold:
                return last
            last = step
        return last


def path(table: Table, threshold: float = THRESHOLD) -> Path | CannotEstimate:
    """Every step with a p-value below the threshold."""
    table = informative(table)
    refused = table.refusal()
    if refused:
        return refused
    model = models.independence(len(table.lists))
    found = fit_all(table, [model])
    if found.status[0]:
        return CannotEstimate(WHY[int(found.status[0])])
    steps = [Step(model, table.people + float(found.unseen[0]))]
    pairs = sorted(parameters(table) & set(models.masks(len(table.lists), 2)))
    theta: Floats = found.parameters[0]
    while added := _add(table, (steps[-1].model, theta), pairs, threshold):
        step, theta = added
        steps.append(step)
    return Path(table.lists, tuple(steps))


def ladder(
    table: Table, thresholds: Sequence[float] = LADDER
) -> dict[float, Step] | CannotEstimate:
    whole = path(table, max(thresholds))
    if isinstance(whole, CannotEstimate):
        return whole
    return {threshold: whole.at(threshold) for threshold in thresholds}


def _add(
    table: Table, have: tuple[Model, Floats], pairs: Sequence[int], threshold: float
) -> tuple[Step, Floats] | None:
    """The pair with the smallest p-value of those with which the model has an estimate."""
    model, theta = have
    left = tuple(pair for pair in pairs if pair not in model)
    independent = model[: 1 + len(table.lists)]
    for pair, p_value in _by_p_value(table, left, expect(table, model, theta)):
        if p_value >= threshold:
            return None
        larger = (*independent, *sorted((*model[len(independent) :], pair)))
        found = fit_all(table, [larger])
        if not found.status[0]:
            total = table.people + float(found.unseen[0])
            return Step(larger, total, pair, p_value), found.parameters[0]
    return None


def _by_p_value(table: Table, pairs: tuple[int, ...], expected: Floats) -> list[tuple[int, float]]:
    """One-sided, of the number of people on both lists, on the smaller side.

    Where several are too small for a number, the less likely count goes first.
    """
    from scipy.special import gammaln, pdtr, pdtrc

    share = _within(pairs, table.size)
    seen, mean = share @ table.vector(), share @ expected
    above = np.where(seen > 0, pdtrc(np.maximum(seen - 1, 0), mean), 1.0)
    p_values = np.minimum(pdtr(seen, mean), above)
    order = np.argsort(p_values, kind="stable")
    if p_values[order[:1]].any() or not len(order):
        return [(pairs[at], float(p_values[at])) for at in order.tolist()]
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = seen * np.log(mean) - mean - gammaln(seen + 1)
    order = np.lexsort((np.nan_to_num(chance), p_values))
    return [(pairs[at], float(p_values[at])) for at in order.tolist()]


@lru_cache(maxsize=4096)
def _within(pairs: tuple[int, ...], size: int) -> Matrix:
    """Ones where a history is on both lists, shape (pairs, histories)."""
    masks, cells = np.array(pairs, dtype=np.int64), np.arange(size)
    found: Matrix = ((cells[None, :] & masks[:, None]) == masks[:, None]).astype(float)
    return found


def totals(table: Table, threshold: float = THRESHOLD) -> Totals:
    """A function of many tables of the same lists, each with a path of its own."""

    def of(tables: Matrix) -> Floats:
        found: Floats = np.full(len(tables), np.inf)
        for at, counts in enumerate(tables):
            walked = path(table.with_counts(counts), threshold)
            if isinstance(walked, Path):
                found[at] = walked.steps[-1].total
        return found

    return of
