"""How long the estimates of the unseen take, as they grow with lists, and beside a plain way.

Run: ./run bench estimation [--short]

Each time is the median of five, on all processors that the process may use. What is compiled is
compiled before, and that time is printed by itself. The plain way fits one model at a time with
numpy and a whole design matrix, on a sample of the same models in the same run; for graphs it adds
up one graph at a time. "--short" draws 50 samples, not 1,000, where every model is fitted.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from amparo.methods.estimation import (
    bootstrap,
    classes,
    graphs,
    loglinear,
    models,
    selection,
    stepwise,
)
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.table import Table
from amparo.methods.estimation.threads import available
from amparo.methods.tests.estimation_tables import KOSOVO, UNITED_KINGDOM, plain_fit

TIMES = 5
SAMPLE = 40


def invented(lists: int) -> Table:
    """Some 1,500 people whose number falls to a fifth with each list more."""
    sizes = np.array([history.bit_count() for history in range(1, 1 << lists)])
    counts = np.random.default_rng(lists).poisson(1500 / lists * 0.2 ** (sizes - 1.0))
    return Table(tuple("ABCDEFGHIJ"[:lists])).with_counts(np.concatenate(([0], counts)))


def seconds(work: Callable[[], object], times: int = TIMES) -> float:
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return median(found)


def plain(table: Table, family: list[Model]) -> float:
    """Seconds for all models, from a sample of them."""
    some = [family[at] for at in np.linspace(0, len(family) - 1, SAMPLE).astype(int)]
    fits = loglinear.fit_all(table, some)
    sound = [each for each, status in zip(some, fits.status, strict=True) if not status]
    return seconds(lambda: [plain_fit(table, each) for each in sound]) / len(sound) * len(family)


def said(name: str, took: float, asked: str, by_hand: float = 0.0) -> None:
    ratio = f"{by_hand:>9.2f} s{by_hand / took:>8.0f}" if by_hand else f"{'':>11}{'':>8}"
    print(f"{name:<46}{took * 1000:>11.1f} ms{asked:>10}{ratio}", flush=True)


def of_models(table: Table, order: int | None, asked: str) -> None:
    family = selection.candidates(table, order)
    assert not isinstance(family, CannotEstimate)
    kind = "pairs" if order == 2 else "all"
    name = f"BIC, {len(table.lists)} lists, {kind}: {len(family):,} models"
    took = seconds(lambda: selection.rank(table, order))
    said(name, took, asked, plain(table, family))


def of_graphs(lists: int, asked: str) -> None:
    table = invented(lists)
    parts = graphs.chordal(lists)[1]
    rows = np.random.default_rng(1).normal(size=(table.size, graphs.POINTS))
    some = parts[:: max(1, len(parts) // 200)]

    def one_by_one() -> list[float]:
        scores = [rows[each[::2]].sum(axis=0) - rows[each[1::2]].sum(axis=0) for each in some]
        return [float(np.exp(score - score.max()).sum()) for score in scores]

    by_hand = 2 * seconds(one_by_one) / len(some) * len(parts)  # two priors
    took = seconds(lambda: graphs.average(table))
    said(f"graphs, {lists} lists: {len(parts):,}", took, asked, by_hand)


def of_samples(samples: int) -> None:
    """Every model fitted to every sample."""
    family = list(models.hierarchical(5))
    by_hand = plain(UNITED_KINGDOM, family) * samples
    totals = selection.totals(UNITED_KINGDOM)
    assert not isinstance(totals, CannotEstimate)
    took = seconds(lambda: bootstrap.bca(UNITED_KINGDOM, totals, samples=samples))
    asked = f"{180 * samples // 1000} s"
    said(f"BIC re-selecting BCa: {samples:,} x {len(family):,}", took, asked, by_hand)


def of_classes(table: Table) -> None:
    """Sweeps in a second and on one processor."""
    sampling = classes.Sampling(chains=1, burn_in=10, draws=100, thin=100)
    took = seconds(lambda: classes.sample(table, sampling, threads=1))
    named = f"latent classes, {len(table.lists)} lists, {len(table.histories)} histories"
    print(f"{named:<46}{10_010 / took:>8,.0f} sweeps a second and processor, asked 25,000")


def main() -> None:
    start = perf_counter()
    selection.rank(UNITED_KINGDOM, 2)
    bootstrap.bca(UNITED_KINGDOM, stepwise.totals(UNITED_KINGDOM), samples=5)
    totals = selection.totals(UNITED_KINGDOM, 1)
    assert not isinstance(totals, CannotEstimate)
    bootstrap.bca(UNITED_KINGDOM, totals, samples=5)
    for lists in (3, 4, 5, 6):
        models.pairs(lists)
        graphs.average(invented(lists), points=10)
    models.hierarchical(5)
    classes.sample(UNITED_KINGDOM, classes.Sampling(1, 1, 4, 1))
    print(f"warm-up {perf_counter() - start:.1f} s, {available()} processors")
    print(f"{'':<46}{'took':>14}{'asked':>10}{'one by one':>11}{'ratio':>8}")
    for lists in (3, 4):
        of_models(invented(lists), None, "")
    of_models(UNITED_KINGDOM, None, "300 ms")
    for lists in (4, 5):
        of_models(invented(lists), 2, "")
    of_models(invented(6), 2, "1500 ms")
    stepping = stepwise.totals(UNITED_KINGDOM)
    said("stepwise with BCa, 1,000 samples", seconds(
        lambda: bootstrap.bca(UNITED_KINGDOM, stepping)), "2 s")  # fmt: skip
    for lists, asked in ((3, ""), (4, ""), (5, "100 ms"), (6, "3 s")):
        of_graphs(lists, asked)
    for table in (invented(3), KOSOVO, UNITED_KINGDOM, invented(6)):
        of_classes(table)
    of_samples(50 if "--short" in sys.argv else 1000)


if __name__ == "__main__":
    main()
