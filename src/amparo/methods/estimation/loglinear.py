"""Poisson log-linear models of capture histories, fitted by extended maximum likelihood."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import lgamma

import numpy as np

from amparo.methods.estimation import existence, models
from amparo.methods.estimation.models import Masks, Model, Sizes
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.estimation.threads import in_parts

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
# Models that one thread takes at a time.
PART = 512
WHY = {1: Reason.NOT_IDENTIFIABLE, 2: Reason.NO_FINITE_ESTIMATE}
UNSURE = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """One model on one table.

    `total`: people, seen and unseen. `likelihood`: of the counts, Poisson, logarithm. `error`:
    standard error of the logarithm of `unseen`. `parameters`: by mask, minus infinity where nobody
    shares the lists. `expected`: shape (2 ** lists,), the first is `unseen`.
    """

    model: Model
    total: float
    unseen: float
    error: float
    likelihood: float
    parameters: dict[int, float]
    expected: Floats


@dataclass(frozen=True, slots=True)
class Fits:
    """Many models on one table, by position; arrays of shape (models,).

    `status`: 0 fitted, 1 not identifiable, 2 no finite estimate. What is not fitted has an
    `unseen` without meaning and must not be shown.
    """

    models: tuple[Model, ...]
    masks: Masks
    sizes: Sizes
    status: Floats
    unseen: Floats
    likelihood: Floats
    parameters: Matrix

    @property
    def fitted(self) -> int:
        return int((self.status == 0).sum())


def factorials(table: Table) -> float:
    """What the likelihood leaves out while models of one table are compared."""
    return sum(lgamma(count + 1) for count in table.counts.values())


def fit_all(
    table: Table, candidates: Sequence[Model], *, starts: Matrix | None = None,
    threads: int | None = None,
) -> Fits:  # fmt: skip
    """Every model, and whether its estimate exists. `starts`: `parameters` of an earlier result."""
    from amparo.methods.estimation.kernel_fit import Counts
    from amparo.methods.estimation.kernel_many import Family, Found, fit_models

    masks, sizes = models.packed(candidates)
    first = np.full(masks.shape, np.nan) if starts is None else starts
    thetas, results = np.empty(masks.shape), np.empty((len(candidates), 3))
    cells = table.vector()
    counts = Counts(cells, cells, table.can_be())
    family, found = Family(masks, sizes, first), Found(thetas, results)

    def part(low: int, high: int) -> None:
        fit_models(counts, family, found, (low, high))

    in_parts(part, len(candidates), part=PART, threads=threads)
    _settle(table, candidates, results)
    results[:, 2] -= factorials(table)
    status, unseen, likelihood = results.T
    return Fits(tuple(candidates), masks, sizes, status, unseen, likelihood, thetas)


def _settle(table: Table, candidates: Sequence[Model], results: Matrix) -> None:
    for at in np.flatnonzero(results[:, 0] == UNSURE).tolist():
        reason = existence.why_not(table, candidates[at])
        results[at, 0] = next((code for code, why in WHY.items() if why is reason), 0)


def fit(table: Table, model: Model) -> Fit | CannotEstimate:
    """One model by its parameters (`models.model`)."""
    refused = table.refusal()
    if refused:
        return refused
    found = fit_all(table, [model])
    status = int(found.status[0])
    if status:
        return CannotEstimate(WHY[status])
    parameters = dict(zip(model, found.parameters[0].tolist(), strict=True))
    expected = expect(table, model, found.parameters[0])
    unseen = float(found.unseen[0])
    return Fit(
        model, table.people + unseen, unseen, _error(table, parameters, expected),
        float(found.likelihood[0]), parameters, expected,
    )  # fmt: skip


def expect(table: Table, model: Model, parameters: Floats) -> Floats:
    """Expected counts, shape (2 ** lists,): of the one that nobody counted as well."""
    from amparo.methods.estimation.kernel_sums import subset_sums

    found: Floats = np.zeros(table.size)
    found[list(model)] = parameters
    subset_sums(found)
    np.exp(found, out=found)
    found[list(table.impossible)] = 0.0
    return found


def _error(table: Table, parameters: dict[int, float], expected: Floats) -> float:
    """From the inverse of the information, of the intercept."""
    finite = [mask for mask, value in parameters.items() if value > -np.inf]
    cells = np.flatnonzero(table.can_be() & (expected > 0))
    design = np.array([[float(cell & mask == mask) for mask in finite] for cell in cells])
    information = design.T * expected[cells] @ design
    return float(np.sqrt(np.linalg.inv(information)[0, 0]))
