"""How well the same person is found again, on 100,000 invented files in six scripts.

Quality: twenty units with 5,000 files each, as far as each one's rights go; every fifth file has
another of the same person. The rules were tried on other tongues, scripts and customs
(support.practice_tongues), which are measured beside.
A search: one person among all files in scope, through the vault and the database, each time anew.
Another number of searches in each scope: ./run bench duplicates 250
"""

import statistics
import sys
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from support import scratch
from support.bench_names import add_names, reader
from support.invented_people import People
from support.practice_tongues import PRACTICE
from support.sameness import Tally, known, searched

FILES, SCOPE, SEARCHES = 100_000, 5_000, 200
GROWTH, ROUNDS = (1_250, 2_500, 5_000, 10_000, 20_000, 100_000), 40
WHOLE = 200


def scopes(people: People, files: int, searches: int) -> Tally:
    tally, written = Tally(), people.written(files)
    for start in range(0, files, SCOPE):
        tally.add(searched(written[start : start + SCOPE], searches, seed=start))
    return tally


def quality(name: str, tally: Tally) -> None:
    print(
        f"{name:32} {tally.right + tally.missed:6} {tally.recall:7.3f} {tally.precision:9.3f}",
        flush=True,
    )


def growth() -> None:
    with scratch.database("bench_duplicates") as cluster:
        by, files = reader(), known(People(59).written(GROWTH[-1]))
        sought, made = [f"{names}|{born}" for names, born in files], 0
        for size in GROWTH:
            cases = add_names(cluster.url("postgres", "bench_duplicates"), sought[made:size])
            made = size
            taken = [timed(by, case) for case in cases[:: len(cases) // ROUNDS][:ROUNDS]]
            wall, own = zip(*taken, strict=True)
            print(
                f"{size:32,} {statistics.median(wall):8.1f} {at_most(wall):8.1f}"
                f" {statistics.median(own):8.1f} {at_most(own):8.1f}",
                flush=True,
            )


def at_most(values: Sequence[float]) -> float:
    """Of 95 in a hundred."""
    return sorted(values)[int(len(values) * 0.95)]


def timed(by: Any, case: UUID) -> tuple[float, float]:
    """Milliseconds from the rights that are asked for to the matches, in one transaction: by the
    clock on the wall, and of this process alone, whatever else runs on the machine."""
    from amparo.access.acting import acting_as
    from amparo.cases.models import Case
    from amparo.links.actions.looking import alike

    start, own = time.perf_counter(), time.process_time()
    with acting_as(by):
        alike([Case(pk=case)], by=by)
    return (time.perf_counter() - start) * 1000, (time.process_time() - own) * 1000


def main() -> None:
    searches = int(sys.argv[1]) if len(sys.argv) > 1 else SEARCHES
    print(f"{'':32} {'known':>6} {'recall':>7} {'precision':>9}")
    quality("six scripts, 20 x 5,000", scopes(People(57), FILES, searches))
    quality("where it was tried, 4 x 5,000", scopes(People(58, PRACTICE), 4 * SCOPE, searches))
    quality("six scripts, 100,000 in one", searched(People(59).written(FILES), WHOLE))
    print(f"\n{'files in scope':>32} {'p50 ms':>8} {'p95 ms':>8} {'own p50':>8} {'own p95':>8}")
    growth()


if __name__ == "__main__":
    main()
