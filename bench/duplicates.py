"""How well the same person is found again, on 100,000 invented files in six scripts.

Quality: twenty units with 5,000 files each, as far as each one's rights go; every fifth file has
another of the same person. The rules were tried on other tongues, scripts and customs
(support.practice_tongues), which are measured beside.
Comparing: one person among all files in scope, whose names are read anew each time; what opening
them costs besides is measured by ./run bench vault fuzzy.
Another number of searches in each scope: ./run bench duplicates 250
"""

import statistics
import sys
import time

from amparo.methods.sameness.crowd import Crowd
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


def compared(size: int) -> None:
    """Processor time, since what else runs on the machine only adds."""
    files = known(People(59).written(size))
    taken = []
    for at in range(ROUNDS):
        start = time.process_time()
        Crowd(files).like(*files[at * (size // ROUNDS)])
        taken.append((time.process_time() - start) * 1000)
    p95 = sorted(taken)[int(ROUNDS * 0.95)]
    print(f"{size:32,} {statistics.median(taken):14.1f} {p95:9.1f}", flush=True)


def main() -> None:
    searches = int(sys.argv[1]) if len(sys.argv) > 1 else SEARCHES
    print(f"{'':32} {'known':>6} {'recall':>7} {'precision':>9}")
    quality("six scripts, 20 x 5,000", scopes(People(57), FILES, searches))
    quality("where it was tried, 4 x 5,000", scopes(People(58, PRACTICE), 4 * SCOPE, searches))
    quality("six scripts, 100,000 in one", searched(People(59).written(FILES), WHOLE))
    print(f"\n{'files in scope':>32} {'p50 ms':>14} {'p95 ms':>9}")
    for size in GROWTH:
        compared(size)


if __name__ == "__main__":
    main()
