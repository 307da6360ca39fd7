"""How long protecting a table takes, what it hides, and what the plain rule would give away.

Run: python bench/disclosure.py

Each row is the mean of three invented tables (skewed Poisson counts). The plain rule hides
the counts below five and nothing else. "Subtracted": small counts that repeated subtraction
gives back; "small": small counts that all bounds together show to be below five.
"""

from collections.abc import Sequence
from itertools import product
from time import process_time

import numpy as np

from amparo.methods.disclosure import Published, Table, attack, protect, subtract

THRESHOLD = 5
SEEDS = (1, 2, 3)
SIZES: list[tuple[tuple[int, ...], float]] = [
    ((5, 3), 8),
    ((10, 4), 8),
    ((20, 10), 8),
    ((40, 20), 8),
    ((6, 3, 3), 10),
    ((13, 4, 4), 10),
    ((13, 4, 4), 50),
    ((3, 6, 4, 2), 10),
]


def invented(shape: Sequence[int], mean: float, seed: int) -> Table:
    expected = np.full(shape, mean)
    for axis, size in enumerate(shape):
        share = 1 / np.arange(1, size + 1)
        sides = [-1 if place == axis else 1 for place in range(len(shape))]
        expected = expected * (share / share.mean()).reshape(sides)
    counts = np.random.default_rng(seed).poisson(expected).ravel().tolist()
    categories = {f"d{i}": [f"c{j}" for j in range(size)] for i, size in enumerate(shape)}
    return Table.from_cells(
        categories, dict(zip(product(*categories.values()), counts, strict=True))
    )


def plain(table: Table) -> Published:
    counts = {cell: table.count(cell) for cell in table.cells()}
    values = {cell: None if 0 < n < THRESHOLD else n for cell, n in counts.items()}
    return Published(table.categories, values, 1)


def given_away(table: Table, published: Published) -> tuple[int, int]:
    """How many small counts are subtracted, and how many are known to be small."""
    small = [cell for cell in table.cells() if 0 < table.count(cell) < THRESHOLD]
    known = [interval.shows_small(THRESHOLD) for interval in attack(published, small).values()]
    return len(subtract(published).keys() & set(small)), sum(known)


def measure(table: Table) -> list[float]:
    start = process_time()
    published = protect(table, THRESHOLD).published
    seconds = process_time() - start
    rule = plain(table)
    cells = len(published.values)
    ours, theirs = given_away(table, published), given_away(table, rule)
    shares = [100 * len(rule.hidden) / cells, 100 * len(published.hidden) / cells]
    return [cells, seconds, *shares, *theirs, *ours]


def main() -> None:
    protect(invented((2,), 3, 1))  # load the solver before the clock runs
    print(f"{'':>22}{'':>7}{'':>9}{'hidden %':>16}{'plain rule':>24}{'ours':>24}")
    names = ("subtracted", "small")
    print(f"{'table':>14}{'mean':>8}{'cells':>7}{'CPU s':>9}{'plain':>8}{'ours':>8}", end="")
    print("".join(f"{name:>12}" for name in names * 2))
    for shape, mean in SIZES:
        rows = [measure(invented(shape, mean, seed)) for seed in SEEDS]
        cells, seconds, *rest = np.mean(rows, axis=0).tolist()
        label = " x ".join(map(str, shape))
        print(f"{label:>14}{mean:>8g}{cells:>7.0f}{seconds:>9.2f}", end="")
        print("".join(f"{value:>8.1f}" for value in rest[:2]), end="")
        print("".join(f"{value:>12.1f}" for value in rest[2:]), flush=True)


if __name__ == "__main__":
    main()
