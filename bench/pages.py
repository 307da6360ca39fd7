"""Pages of the coordinator with 20,000 files, as a ratio to the same SQL run bare.

For each page: the median and 95th percentile of whole requests (middleware, policy, queries,
template) and of the very statements they sent, replayed on a bare connection as the same role.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from support import scratch

FILES, ROUNDS = 20_000, 120


@dataclass
class Recorder:
    """Keeps the statements of one request, with their parameters."""

    statements: list[tuple[str, Any]] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        self.statements.append((sql, params))
        return execute(sql, params, *rest)


def percentile(values: list[float], share: float = 0.95) -> float:
    return sorted(values)[int(len(values) * share)]


def timed(action: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    for _ in range(10):
        action()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def measure(name: str, url: str, client: Any, bare: Any) -> None:
    from django.db import connection

    recorder = Recorder()
    with connection.execute_wrapper(recorder):
        response = client.get(url)
    if response.status_code not in (200, 302):
        raise SystemExit(f"{name}: {url} answered {response.status_code}")
    reads = [s for s in recorder.statements if s[0].lstrip().upper().startswith("SELECT")]

    def replay() -> None:
        with bare.transaction(), bare.cursor() as cursor:
            for sql, params in reads:
                cursor.execute(sql, params)
                cursor.fetchall()

    page, sql = timed(lambda: client.get(url)), timed(replay)
    ratio = percentile(page) / percentile(sql)
    print(
        f"{name:22} {statistics.median(page):7.1f} {percentile(page):7.1f}"
        f" {statistics.median(sql):9.1f} {percentile(sql):7.1f} {ratio:7.2f}  ({len(reads)} reads)"
    )


def main() -> None:
    with scratch.database("bench_pages") as cluster:
        from support.bench_files import multiply, newest_reference, reader

        multiply(cluster, "bench_pages", FILES)
        client, reference = reader(), newest_reference()
        with scratch.connect(cluster, "bench_pages") as bare:
            print(f"{FILES} files, {ROUNDS} rounds; milliseconds")
            print(f"{'page':22} {'median':>7} {'p95':>7} {'SQL med.':>9} {'p95':>7} {'ratio':>7}")
            measure("list", "/files/", client, bare)
            measure("list, late page", "/files/?page=700", client, bare)
            measure("list, one state", "/files/?state=received", client, bare)
            measure("case page", f"/files/{reference}/", client, bare)
            measure("search by reference", f"/files/?reference={reference}", client, bare)
            measure("search by its start", f"/files/?reference={reference[:-2]}", client, bare)


if __name__ == "__main__":
    main()
