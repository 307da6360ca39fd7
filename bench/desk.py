"""The desk over 20,000 and 500,000 files: its pages, and fifty who work at once.

For each page: the median and 95th percentile of whole requests (middleware, policy, queries,
template) and of the very statements they sent, replayed on a bare connection as the same role.
Then fifty people at once over HTTP, each from a new screening to a place that accepted.
Arguments are other numbers of files: ./run bench desk 5000
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from support import scratch

FILES, ROUNDS, WARM = (20_000, 500_000), 100, 10
SLOW, FEW = 0.5, 12  # seconds, rounds
NAME = "bench_desk"
READERS = {"the bureau": "adele@corvane.example", "a case manager": "samir@corvane.example"}


@dataclass
class Recorder:
    """Keeps the statements of one request, with their parameters."""

    statements: list[tuple[str, Any]] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        self.statements.append((sql, params))
        return execute(sql, params, *rest)


def percentile(values: list[float], share: float = 0.95) -> float:
    return sorted(values)[int(len(values) * share)]


def timed(action: Callable[[], object]) -> list[float]:
    """Milliseconds of each round; what takes longer than half a second has fewer of them."""
    start = time.perf_counter()
    action()
    few = time.perf_counter() - start > SLOW
    for _ in range(1 if few else WARM):
        action()
    taken = []
    for _ in range(FEW if few else ROUNDS):
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
    # Who acts is told to the database by such statements too: without them it shows nothing.
    reads = [s for s in recorder.statements if s[0].lstrip().upper().startswith("SELECT")]

    def replay() -> None:
        with bare.transaction(), bare.cursor() as cursor:
            for sql, params in reads:
                cursor.execute(sql, params)
                cursor.fetchall()

    page, sql = timed(lambda: client.get(url)), timed(replay)
    over = statistics.median(page) - statistics.median(sql)
    print(
        f"  {name:24} {statistics.median(page):7.1f} {percentile(page):7.1f}"
        f" {statistics.median(sql):9.1f} {percentile(sql):7.1f}"
        f" {percentile(page) / percentile(sql):7.2f} {over:7.1f}  ({len(reads)} reads)",
        flush=True,
    )


def pages(reference: str) -> dict[str, str]:
    return {
        "home": "/",
        "list": "/files/",
        "list, its last page": "/files/?page=last",
        "list, one state": "/files/?state=received",
        "due today": "/files/due/?when=today",
        "due, late": "/files/due/?when=late",
        "case page": f"/files/{reference}/",
        "search by reference": f"/files/?reference={reference}",
        "search by its start": f"/files/?reference={reference[:-2]}",
        "work queue": "/files/queue/",
        "board of referrals": "/referrals/board/",
    }


def over(files: int) -> None:
    with scratch.database(NAME) as cluster:
        from support.bench_files import multiply

        start = time.monotonic()
        multiply(cluster, NAME, files)
        print(f"{files} files (made in {time.monotonic() - start:.0f} s), {ROUNDS} rounds; ms")
        print(
            f"  {'page':24} {'median':>7} {'p95':>7} {'SQL med.':>9} {'p95':>7} {'ratio':>7} over"
        )
        for who, email in READERS.items():
            print(f" {who}")
            read(cluster, email)
        at_once(cluster)


def read(cluster: Any, email: str) -> None:
    from support.bench_files import newest_reference, reader

    client, reference = reader(email), newest_reference(email)
    with scratch.connect(cluster, NAME) as bare:
        for name, url in pages(reference).items():
            measure(name, url, client, bare)


def at_once(cluster: Any) -> None:
    """Fifty on a server of their own: what was acknowledged, and what the database then holds."""
    from system import at_once
    from system.serving import House, Server

    pairs = at_once.make()
    server = Server(House(cluster, NAME, scratch.ROOT / "var" / "bench"), GUNICORN)
    server.start()
    try:
        start = time.monotonic()
        told = at_once.work(server.port, pairs)
        took = time.monotonic() - start
    finally:
        server.stop()
    stored = {str(row[0]) for row in server.house.rows(ACCEPTED, [p.service for p in pairs])}
    wanted = at_once.PEOPLE * at_once.EACH
    errors = sum(n for status, n in told.answers.items() if status not in (200, 302))
    lost = len(set(told.accepted) - stored)
    print(
        f" {at_once.PEOPLE} at once: {len(told.accepted)} of {wanted} referrals accepted in"
        f" {took:.0f} s, {told.answers.total()} answers, errors {errors}, lost {lost},"
        f" unacknowledged {len(stored - set(told.accepted))}; one takes"
        f" {statistics.median(told.seconds):.1f} s, p95 {percentile(told.seconds):.1f} s"
    )


ACCEPTED = """SELECT o.id FROM referrals_offer o JOIN directory_service s ON s.id = o.service_id
    WHERE s.slug = ANY (%s) AND o.state = 'accepted'"""
GUNICORN = (
    sys.executable, "-m", "gunicorn", "amparo.config.wsgi:application", "--bind", "127.0.0.1:PORT",
    "--workers", "2", "--threads", "8", "--worker-class", "gthread", "--log-level", "warning",
)  # fmt: skip


def main() -> None:
    for files in map(int, sys.argv[1:] or FILES):
        over(files)


if __name__ == "__main__":
    main()
