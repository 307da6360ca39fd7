"""Totals by sex, age, form or year that add up, each stratum leaning on the others as it must.

One model is chosen on all people together and fitted in each stratum by itself. What is compared is
the logarithm of unseen over seen. A stratum that says little about its own is drawn towards the
mean of all, one that has no estimate takes that mean: a normal distribution between strata, its
variance by DerSimonian and Laird (1986), Controlled Clinical Trials 7: 177-188. Every margin is a
sum of the finest strata, so that whatever is added gives the total.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from amparo.methods.estimation import loglinear, models, selection
from amparo.methods.estimation.loglinear import Fit
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import pooled
from amparo.methods.estimation.selection import Criterion
from amparo.methods.estimation.table import Floats, Table, TableError

# The values of the covariates, in their order.
Key = tuple[str, ...]
# A stratum in which fewer are on two lists stands for the mean of all, and is not shown by itself.
FEWEST_OVERLAPS = 20


@dataclass(frozen=True, slots=True)
class Stratum:
    """`unseen`: after leaning. `own`: by its own fit. `weight`: of its own fit, from 0 to 1."""

    seen: int
    overlaps: int
    unseen: float
    own: float | CannotEstimate
    weight: float

    @property
    def shown(self) -> float | CannotEstimate:
        """The total, unless too few overlap for a stratum to be shown by itself."""
        if self.overlaps < FEWEST_OVERLAPS:
            return CannotEstimate(Reason.FEW_OVERLAPS)
        return self.seen + self.unseen


@dataclass(frozen=True, slots=True)
class Stratified:
    """`names`: the covariates. `mean`: unseen over seen, in the middle of the strata. `apart`:
    standard deviation of its logarithm between strata."""

    names: tuple[str, ...]
    model: Model
    mean: float
    apart: float
    strata: Mapping[Key, Stratum]

    @property
    def total(self) -> float:
        return sum(each.seen + each.unseen for each in self.strata.values())

    def margin(self, *names: str) -> dict[Key, float]:
        """Totals by some of the covariates; for none, the whole total under ()."""
        places = [self.names.index(name) for name in names]
        found: dict[Key, float] = {}
        for key, each in self.strata.items():
            part = tuple(key[place] for place in places)
            found[part] = found.get(part, 0.0) + each.seen + each.unseen
        return found


def stratify(
    names: tuple[str, ...], tables: Mapping[Key, Table], order: int | None = None, *,
    criterion: Criterion = Criterion.BIC,
) -> Stratified | CannotEstimate:  # fmt: skip
    """`tables`: one for each combination of values, all with the same lists. Raises TableError."""
    if any(len(key) != len(names) for key in tables):
        raise TableError(f"A stratum needs a value for each of {', '.join(names)}.")
    whole = pooled(tables.values())
    ranked = selection.rank(whole, order, criterion=criterion)
    if isinstance(ranked, CannotEstimate):
        return ranked
    model = _on(whole, ranked)
    fits = {key: _fit(table, model) for key, table in tables.items()}
    mean, variance = _between(tables, fits, np.log(ranked.estimate / whole.people - 1))
    strata = {key: _lean(tables[key], found, (mean, variance)) for key, found in fits.items()}
    return Stratified(names, model, float(np.exp(mean)), float(np.sqrt(variance)), strata)


def _on(table: Table, ranked: selection.Ranked) -> Model:
    """The chosen model on the bits of this table, with lists that told nothing by themselves."""
    place = {at: table.history(name) for at, name in enumerate(ranked.lists)}
    moved = [sum(bit for at, bit in place.items() if mask >> at & 1) for mask in ranked.best]
    return models.model(moved, len(table.lists))


def _fit(table: Table, model: Model) -> Fit | CannotEstimate:
    """Without parameters of lists that could capture nobody here."""
    sound = selection.parameters(table) | {0}
    return loglinear.fit(table, tuple(mask for mask in model if mask in sound))


def _ratio(table: Table, found: Fit) -> tuple[float, float]:
    """Logarithm of unseen over seen, and its variance."""
    return float(np.log(found.unseen / table.people)), found.error**2


def _between(
    tables: Mapping[Key, Table], fits: Mapping[Key, Fit | CannotEstimate], whole: float
) -> tuple[float, float]:
    """Mean and variance between strata; the pooled table's and none where they tell of neither."""
    known = [_ratio(tables[key], each) for key, each in fits.items() if isinstance(each, Fit)]
    if len(known) < 2:
        return whole, 0.0
    ratios, variances = np.array(known).T
    weights = 1 / variances
    centre = weights @ ratios / weights.sum()
    excess = float(weights @ (ratios - centre) ** 2) - (len(known) - 1)
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    variance = max(0.0, excess / scale)
    weights = 1 / (variances + variance)
    return float(weights @ ratios / weights.sum()), variance


def _lean(table: Table, found: Fit | CannotEstimate, between: tuple[float, float]) -> Stratum:
    mean, variance = between
    seen, overlaps = table.people, table.overlaps()
    if isinstance(found, CannotEstimate):
        return Stratum(seen, overlaps, float(seen * np.exp(mean)), found, 0.0)
    ratio, own = _ratio(table, found)
    weight = variance / (variance + own)
    unseen = float(seen * np.exp(weight * ratio + (1 - weight) * mean))
    return Stratum(seen, overlaps, unseen, found.unseen, weight)


@dataclass(frozen=True, slots=True)
class Spread:
    """Intervals by margin, for every sample through the whole procedure. `failed`: samples without
    an estimate, which are left out and said."""

    level: float
    intervals: Mapping[Key, tuple[float, float]]
    samples: int
    failed: int
    seed: int


def spread(
    names: tuple[str, ...], tables: Mapping[Key, Table], *, by: tuple[str, ...] = (),
    order: int | None = None, samples: int = 500, seed: int = 1, level: float = 0.95,
) -> Spread | CannotEstimate:  # fmt: skip
    """Percentiles: people drawn anew within each stratum, the model chosen anew on all."""
    random = np.random.default_rng(seed)
    drawn = [
        stratify(names, {key: _drawn(table, random) for key, table in tables.items()}, order)
        for _ in range(samples)
    ]
    sound = [each.margin(*by) for each in drawn if isinstance(each, Stratified)]
    failed = samples - len(sound)
    if failed > samples * (1 - level) / 2:
        return CannotEstimate(Reason.FAILED_SAMPLES)
    tails = [(1 - level) / 2, (1 + level) / 2]
    intervals = {}
    for key in sound[0]:
        values: Floats = np.array([each[key] for each in sound])
        low, high = np.quantile(values, tails, method="median_unbiased")
        intervals[key] = (float(low), float(high))
    return Spread(level, intervals, samples, failed, seed)


def _drawn(table: Table, random: np.random.Generator) -> Table:
    counts = table.vector()
    if not table.people:
        return table
    return table.with_counts(random.multinomial(table.people, counts / counts.sum()))
