"""What the wall costs a reader: the case page with it, over the same page without it.

Without: row-level security off, the policy lets everybody through, nothing is logged, nobody is
named to the database. Both in one run, turn and turn about, over 20,000 files.
"""

import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from support import scratch

FILES, TURNS, ROUNDS, WARM = 20_000, 6, 40, 10
NAME = "bench_case_page"
READERS = ("adele@corvane.example", "samir@corvane.example")  # the bureau, a case manager


@contextmanager
def no_wall(cluster: Any) -> Iterator[None]:
    import pytest

    from access import walls
    from amparo.access import acting
    from amparo.audit import actions

    with ExitStack() as stack:
        stack.enter_context(walls.first_wall_down())
        stack.enter_context(walls.second_wall_down(cluster, NAME))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for module, name in list(walls.imports_of(actions.record)):
            patch.setattr(module, name, lambda *_, **__: None)
        patch.setattr(acting, "_tell", lambda _: None)
        yield


def timed(client: Any, url: str) -> list[float]:
    for _ in range(WARM):
        client.get(url)
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        response = client.get(url)
        taken.append((time.perf_counter() - start) * 1000)
        assert response.status_code == 200, response.status_code
    return taken


def measure(cluster: Any, email: str) -> None:
    from support.bench_files import newest_reference, reader

    client = reader(email)
    url = f"/files/{newest_reference(email)}/"
    walled, bare = list[float](), list[float]()
    for _ in range(TURNS):
        walled += timed(client, url)
        with no_wall(cluster):
            bare += timed(client, url)
    one, other = statistics.median(walled), statistics.median(bare)
    print(f"{email.partition('@')[0]:10} {one:8.1f} {other:8.1f} {one / other:7.2f}")


def main() -> None:
    with scratch.database(NAME) as cluster:
        from support.bench_files import multiply

        multiply(cluster, NAME, FILES)
        print(f"case page, {FILES} files, median of {TURNS * ROUNDS} each; milliseconds")
        print(f"{'reader':10} {'walled':>8} {'bare':>8} {'ratio':>7}")
        for email in READERS:
            measure(cluster, email)


if __name__ == "__main__":
    main()
