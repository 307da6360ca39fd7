"""The methods by name, each as a total of one table and as totals of many samples of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from amparo.methods.estimation import selection, stepwise
from amparo.methods.estimation.bootstrap import Interval, Totals, bca
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.selection import Criterion
from amparo.methods.estimation.table import Table


@dataclass(frozen=True, slots=True)
class Method:
    """`total`: seen and unseen of one table. `totals`: see `bootstrap.Totals`."""

    name: str
    total: Callable[[Table], float | CannotEstimate]
    totals: Callable[[Table], Totals | CannotEstimate]

    def interval(
        self, table: Table, *, samples: int = 1000, seed: int = 1, level: float = 0.95
    ) -> Interval | CannotEstimate:
        table = informative(table)
        totals = self.totals(table)
        if isinstance(totals, CannotEstimate):
            return totals
        return bca(table, totals, samples=samples, seed=seed, level=level)


def by_criterion(order: int | None = None, criterion: Criterion = Criterion.BIC) -> Method:
    """The best of all models with parameters of up to `order` lists."""

    def total(table: Table) -> float | CannotEstimate:
        found = selection.rank(table, order, criterion=criterion)
        return found if isinstance(found, CannotEstimate) else found.estimate

    named = criterion.value if order is None else f"{criterion.value}_{order}"
    return Method(named, total, partial(selection.totals, order=order, criterion=criterion))


def by_steps(threshold: float = stepwise.THRESHOLD) -> Method:
    def total(table: Table) -> float | CannotEstimate:
        found = stepwise.path(table, threshold)
        return found if isinstance(found, CannotEstimate) else found.steps[-1].total

    return Method("stepwise", total, partial(stepwise.totals, threshold=threshold))
