"""Which of many models: AIC, AICc or BIC over all of a kind, the best one and an average.

Every parameter of a model counts, those at minus infinity too, and the sample size is how many
people were seen, not how many cells there are: the convention of Rcapture and of Silverman, Chan
and Vincent (2024), Statistics and Computing 34: 44.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from amparo.methods.estimation import models
from amparo.methods.estimation.bootstrap import Totals
from amparo.methods.estimation.loglinear import WHY, Fits, Matrix, fit_all
from amparo.methods.estimation.models import Model, Sizes
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.estimation.threads import in_parts

# With parameters of every order there are 6,893 models of five lists and millions of six.
MOST_LISTS_OF_ALL, MOST_LISTS_OF_PAIRS = 5, 6
TABLES = 4  # that one thread takes at a time


class Criterion(StrEnum):
    AIC = "aic"
    AICC = "aicc"
    BIC = "bic"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The models that have an estimate, the best first; arrays of shape (models,).

    `lists`: what the bits of a model's parameters stand for, without lists that tell nothing.
    `weight`: share of each in the average, from the differences of the criterion. `of`: how many
    models were looked at; those that are missing here have no estimate. `all_of_them`: whether
    that was every model of the kind, or as many as a search came upon.
    """

    criterion: Criterion
    lists: tuple[str, ...]
    models: tuple[Model, ...]
    total: Floats
    value: Floats
    weight: Floats
    of: int
    all_of_them: bool

    @property
    def best(self) -> Model:
        return self.models[0]

    @property
    def estimate(self) -> float:
        """Of the best model."""
        return float(self.total[0])

    @property
    def average(self) -> float:
        """Of all models by weight."""
        return float(self.weight @ self.total)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the largest estimate among models whose weight is at least 1 %."""
        shown = self.total[self.weight >= 0.01]
        return float(shown.min()), float(shown.max())


def penalties(sizes: Sizes, people: float, criterion: Criterion) -> Floats:
    """Shape (models,), for so many people; infinite where AICc has no meaning."""
    count: Floats = sizes.astype(float)
    if criterion is Criterion.BIC:
        return count * float(np.log(people))
    if criterion is Criterion.AIC:
        return 2.0 * count
    room = people - count - 1.0
    further: Floats = np.full(len(count), np.inf)
    np.divide(2.0 * count * (count + 1.0), room, out=further, where=room > 0)
    return 2.0 * count + further


def candidates(table: Table, order: int | None = None) -> list[Model] | CannotEstimate:
    """All hierarchical models with parameters of up to `order` lists.

    Without those that have a parameter to which impossible histories leave no cell.
    """
    lists = len(table.lists)
    most = MOST_LISTS_OF_ALL if order is None or order > 2 else MOST_LISTS_OF_PAIRS
    if lists > most:
        return CannotEstimate(Reason.TOO_MANY_LISTS)
    found = models.hierarchical(lists, order)
    if not table.impossible:
        return list(found)
    sound = parameters(table)
    return [each for each in found if sound.issuperset(each)]


def parameters(table: Table) -> set[int]:
    """Those that have a cell: some possible history is on all of their lists."""
    if not table.impossible:
        return set(range(table.size))
    possible = np.flatnonzero(table.can_be()).tolist()
    return {mask for mask in range(table.size) if any(h & mask == mask for h in possible)}


def rank(
    table: Table, order: int | None = None, *, criterion: Criterion = Criterion.BIC,
    threads: int | None = None,
) -> Ranked | CannotEstimate:  # fmt: skip
    """All models of up to five lists, with `order` 2 all models of pairs up to six.

    Refuses above that with TOO_MANY_LISTS: there `search.search` goes through a part of them.
    """
    table = informative(table)
    given = table.refusal() or candidates(table, order)
    if isinstance(given, CannotEstimate):
        return given
    return ranked(table, fit_all(table, given, threads=threads), criterion)


def ranked(
    table: Table, fits: Fits, criterion: Criterion, *, all_of_them: bool = True
) -> Ranked | CannotEstimate:
    values = penalties(fits.sizes, table.people, criterion) - 2.0 * fits.likelihood
    sound = np.flatnonzero((fits.status == 0) & np.isfinite(values))
    if not len(sound):
        return CannotEstimate(_why(fits))
    order = sound[np.argsort(values[sound], kind="stable")]
    weights = np.exp(-0.5 * (values[order] - values[order[0]]))
    return Ranked(
        criterion, table.lists, tuple(fits.models[at] for at in order),
        table.people + fits.unseen[order], values[order], weights / weights.sum(),
        len(fits.models), all_of_them,
    )  # fmt: skip


def _why(fits: Fits) -> Reason:
    """The reason of the smallest model, which asks for least."""
    return WHY.get(int(fits.status[0]), Reason.NO_FINITE_ESTIMATE)


def totals(
    table: Table, order: int | None = None, *, criterion: Criterion = Criterion.BIC,
    top: int | None = None, threads: int | None = None,
) -> Totals | CannotEstimate:  # fmt: skip
    """A function of many tables of the same lists: the best model's total on each, chosen anew.

    `top`: only among so many that are best on this table. Quicker, and narrower than it should be.
    """
    given = table.refusal() or candidates(table, order)
    if isinstance(given, CannotEstimate):
        return given
    fits = fit_all(table, given, threads=threads)
    if top is not None:
        best = ranked(table, fits, criterion)
        if isinstance(best, CannotEstimate):
            return best
        fits = fit_all(table, best.models[:top], threads=threads)

    def of(tables: Matrix) -> Floats:
        return _best(table, fits, tables, (criterion, threads))

    return of


def _best(table: Table, fits: Fits, tables: Matrix, how: tuple[Criterion, int | None]) -> Floats:
    """Infinite where no model has an estimate. Fits begin where the whole table's ended."""
    from amparo.methods.estimation.kernel_many import Chosen, Family, Tables, best_of

    criterion, threads = how
    people: Floats = tables.sum(axis=1)
    seen, group = np.unique(people, return_inverse=True)
    weights = np.array([penalties(fits.sizes, each, criterion) for each in seen])
    given = Tables(tables, table.can_be(), weights, group)
    starts = np.where((fits.status == 0)[:, None], fits.parameters, np.nan)
    family = Family(fits.masks, fits.sizes, starts)
    chosen = Chosen(np.zeros((len(tables), 2), dtype=np.int64), np.full(len(tables), np.inf))

    def part(first: int, last: int) -> None:
        best_of(given, family, chosen, (first, last))

    in_parts(part, len(tables), part=TABLES, threads=threads)
    for at in np.flatnonzero(chosen.models[:, 1]):
        found = ranked(table, fit_all(table.with_counts(tables[at]), fits.models), criterion)
        total = np.inf if isinstance(found, CannotEstimate) else found.estimate
        chosen.unseen[at] = total - people[at]
    return people + chosen.unseen
