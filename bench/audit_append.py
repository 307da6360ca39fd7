"""Rows of the log per second against plain inserts into a table of the same shape, in one run.

Each writer is a process with a connection of its own and commits every row; the server waits for
the disk as in production. The variants take turns, so that other work on the machine meets all of
them; the figure is the median of the rounds. `free` is the product's rule: a writer keeps its lane
unless somebody is in it. `case` is the rule it replaced: the lane of the case, and wait for it.
"""

import os
import statistics
import time
from collections.abc import Iterator
from itertools import count, product
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any
from uuid import UUID, uuid4

from support import scratch

NAME = "bench_audit"
ROUNDS, SECONDS = int(os.environ.get("ROUNDS", "5")), float(os.environ.get("SECONDS", "2"))
WRITERS = (1, 4, 8)
VARIANTS = ("plain", "free 64", "free 16", "case 16", "case 64", "free 1")
PLAIN = """INSERT INTO plain (lane, sequence, at, actor, action, case_id, object_id, purpose,
    decision, keys, session, request, previous, mac)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""


def write(variant: str, number: int, start: Barrier, told: Any) -> None:
    import django

    django.setup()
    from django.db import connection, transaction

    act = plain(number) if variant == "plain" else chained(variant, number)
    with transaction.atomic():
        act()
    start.wait()
    rows, last = 0, time.perf_counter() + SECONDS
    while time.perf_counter() < last:
        with transaction.atomic():
            act()
        rows += 1
    told.put(rows)
    connection.close()


def plain(number: int) -> Any:
    """The same row by the same means, without lock, link, MAC or triggers."""
    from django.db import connection

    from amparo.methods import clock

    sequence = count(time.time_ns() // 1000)

    def act() -> None:
        row = (
            number, next(sequence), clock.now(), uuid4(), "opened", uuid4(), None,
            "identity: safety", "allow", 1, None, None, bytes(32), bytes(32),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(PLAIN, row)

    return act


def chained(variant: str, number: int) -> Any:
    from amparo.audit import actions

    rule, lanes = variant.split()

    class Who:
        pk = UUID(int=number)

    def act() -> None:
        case = uuid4()
        if rule == "case":
            actions._tail.lane, actions._tail.mac = case.int % int(lanes), b""
        actions.record("opened", by=Who(), case=case, purpose="identity: safety", keys=1)

    return act


def prepare(owner: Any, variant: str) -> None:
    """Empty tables, and the function as the variant has it."""
    from importlib import import_module

    sql = import_module("amparo.audit.migrations.0004_lanes").LANE
    if variant != "plain":
        rule, lanes = variant.split()
        sql = sql.replace("integer := 64", f"integer := {lanes}")
        sql = sql if rule == "free" else sql.replace("0 .. lanes - 1", "0 .. -1")
    owner.execute(sql.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
    owner.execute("DROP TABLE IF EXISTS plain")
    owner.execute("CREATE TABLE plain (LIKE audit_entry INCLUDING ALL)")
    owner.execute('GRANT SELECT, INSERT ON plain TO "amparo_web"')
    owner.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    owner.execute("TRUNCATE audit_entry")
    owner.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
    owner.execute("CHECKPOINT")


def rate(variant: str, writers: int) -> float:
    """Rows per second of all writers together."""
    context = get_context("spawn")
    start, told = context.Barrier(writers), context.Queue()
    started = [
        context.Process(target=write, args=(variant, number, start, told))
        for number in range(writers)
    ]
    for process in started:
        process.start()
    rows = sum(int(told.get()) for _ in started)
    for process in started:
        process.join()
    return rows / SECONDS


def measured(owner: Any) -> Iterator[tuple[str, int, float]]:
    for _, writers, variant in product(range(ROUNDS), WRITERS, VARIANTS):
        prepare(owner, variant)
        yield variant, writers, rate(variant, writers)


def main() -> None:
    import psycopg

    found: dict[tuple[str, int], list[float]] = {}
    with (
        scratch.database(NAME) as cluster,
        psycopg.connect(cluster.url("postgres", NAME), autocommit=True) as owner,
    ):
        for variant, writers, rows in measured(owner):
            found.setdefault((variant, writers), []).append(rows)
    print("audit: committed rows a second, median of", ROUNDS, "rounds; ratio to plain")
    print(f"{'':10}" + "".join(f"{writers:>8} writers    " for writers in WRITERS))
    middle = {key: statistics.median(rows) for key, rows in found.items()}
    for variant in VARIANTS:
        cells = [(middle[variant, n], middle["plain", n]) for n in WRITERS]
        print(f"{variant:10}" + "".join(f"{one:10.0f} {one / all_:8.2f} " for one, all_ in cells))


if __name__ == "__main__":
    main()
