"""How often intervals that say 95 % hold the truth, also where links were missed.

Run: ./run bench coverage [REPLICATES]

People are drawn from models fitted to the table of the United Kingdom, the unseen with them, so
that the truth is known. "conditional" takes the model chosen on the table for given in every
sample; the others choose it anew. In the second part links of the drawn people are missed at a rate
that a check of 300 pairs tells; "as linked" is the interval that knows nothing of it.
"""

import sys
from collections.abc import Callable, Iterator
from math import sqrt

import numpy as np

from amparo.methods.estimation import bootstrap, linkage, loglinear, models, selection, stepwise
from amparo.methods.estimation.linkage import Checked, Propagated, Rates
from amparo.methods.estimation.methods import Method, by_criterion, by_steps
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.tests.estimation_tables import UNITED_KINGDOM

SAMPLES = 200
CHECKED = 300
Ends = tuple[float, float]
Asked = Callable[[Table, int], Ends | None]


def truths() -> Iterator[tuple[str, Floats]]:
    """By name, how many people are expected in each history, the unseen among them."""
    ranked, walked = selection.rank(UNITED_KINGDOM, 2), stepwise.path(UNITED_KINGDOM)
    assert isinstance(ranked, selection.Ranked)
    assert isinstance(walked, stepwise.Path)
    chosen: dict[str, Model] = {
        "independence": models.independence(5),
        "stepwise": walked.steps[-1].model,
        "BIC of pairs": ranked.best,
    }
    for name, model in chosen.items():
        found = loglinear.fit(UNITED_KINGDOM, model)
        assert isinstance(found, loglinear.Fit)
        yield name, found.expected


def drawn(expected: Floats, seed: int) -> tuple[Table, int]:
    """A table and how many people there are, seen or not."""
    people = round(float(expected.sum()))
    counts = np.random.default_rng(seed).multinomial(people, expected / expected.sum())
    return UNITED_KINGDOM.with_counts(counts), people


def choosing(method: Method) -> Asked:
    def ends(table: Table, seed: int) -> Ends | None:
        found = method.interval(table, samples=SAMPLES, seed=seed)
        return None if isinstance(found, CannotEstimate) else (found.low, found.high)

    return ends


def conditional(table: Table, seed: int) -> Ends | None:
    """The same bootstrap with the one model that BIC chose among pairs."""
    ranked = selection.rank(table, 2)
    assert isinstance(ranked, selection.Ranked)

    def one(tables: bootstrap.Matrix) -> Floats:
        fits = (loglinear.fit_all(table.with_counts(each), [ranked.best]) for each in tables)
        unseen = [fit.unseen[0] if not fit.status[0] else np.inf for fit in fits]
        totals: Floats = np.array(unseen) + tables.sum(axis=1)
        return totals

    found = bootstrap.bca(table, one, samples=SAMPLES, seed=seed)
    return None if isinstance(found, CannotEstimate) else (found.low, found.high)


def propagating(rate: float) -> Asked:
    def ends(table: Table, seed: int) -> Ends | None:
        wrong = int(np.random.default_rng((seed, 9)).binomial(CHECKED, rate))
        rates = Rates(missed=Checked(wrong, CHECKED))
        found = linkage.propagate(table, by_steps(), rates, samples=SAMPLES, seed=seed)
        return (found.low, found.high) if isinstance(found, Propagated) else None

    return ends


def missing(table: Table, rate: float, seed: int) -> Table:
    """The table with links of its people missed: each link of two records at this rate."""
    random, counts = np.random.default_rng((seed, 5)), table.vector()
    for history in table.histories:
        if history.bit_count() > 1:
            chances = linkage.parts(history, sqrt(1 - rate))
            split = random.multinomial(table.counts[history], list(chances.values()))
            for part, lost in zip(chances, split.tolist(), strict=True):
                linkage.part_ways(counts, history, part, lost)
    return table.with_counts(counts)


def said(truth: str, method: str, results: list[tuple[Ends | None, int]]) -> None:
    told = [(ends, people) for ends, people in results if ends]
    held = [ends[0] <= people <= ends[1] for ends, people in told]
    width = float(np.median([(ends[1] - ends[0]) / people for ends, people in told]))
    share = sum(held) / len(held)
    error = sqrt(max(share * (1 - share), 0.01) / len(held))
    print(
        f"{truth:<18}{method:<26}{100 * share:>7.0f} % ± {100 * error:.0f}"
        f"{width:>12.2f}{len(results) - len(told):>10}",
        flush=True,
    )


def main() -> None:
    replicates = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"{replicates} tables of each kind, {SAMPLES} samples of each")
    print(f"{'truth':<18}{'interval':<26}{'holds it':>13}{'width/truth':>13}{'refused':>9}")
    asked: dict[str, Asked] = {
        "conditional": conditional,
        "stepwise, choosing": choosing(by_steps()),
        "BIC of pairs, choosing": choosing(by_criterion(2)),
    }
    for truth, expected in truths():
        tables = [drawn(expected, seed) for seed in range(replicates)]
        for name, ends in asked.items():
            found = [(ends(table, at), n) for at, (table, n) in enumerate(tables)]
            said(truth, name, found)
        if truth != "stepwise":
            continue
        for rate in (0.02, 0.05, 0.1, 0.2):
            worse = [(missing(table, rate, at), n) for at, (table, n) in enumerate(tables)]
            for name, ends in (
                ("as linked", asked["stepwise, choosing"]),
                ("propagated", propagating(rate)),
            ):
                found = [(ends(table, at), n) for at, (table, n) in enumerate(worse)]
                said(f"{rate:.0%} missed", name, found)


if __name__ == "__main__":
    main()
