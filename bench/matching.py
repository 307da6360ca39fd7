"""A match among 100,000 invented services, beside the same question as SQL written by hand.

Milliseconds of a whole answer: who acts, the statement, the services shown, the reasons; in
one transaction as the web role. Then of the bare statement, which gives the same ids in the same
order. Another number of services: ./run bench matching 20000
"""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from support import scratch
from support.invented_services import KINDS, Services

NAME, NEEDS, WARM = "bench_matching", 240, 10
GROWTH = (1_000, 10_000, 100_000)
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# No rule is read from anywhere here: what data instead of code may cost is the ratio.
BY_HAND = """
WITH judged AS MATERIALIZED (
    SELECT s.id,
        (NOT (%(sex)s = 'U' OR %(sex)s = ANY(s.sexes)))::int
        + (NOT %(adult)s AND s.age_min >= 18)::int
        + (%(adult)s AND s.age_max < 18)::int
        + (%(family)s > 1 AND NOT s.dependants)::int
        + (s.places_free - coalesce(h.held, 0) < CASE
            WHEN %(family)s > 1 AND s.capacity_unit IN ('bed', 'cot') THEN %(family)s ELSE 1
            END)::int
        + (NOT s.accessibility @> %(accessibility)s::varchar[])::int
        + (cardinality(%(forms)s::varchar[]) > 0 AND cardinality(s.forms) > 0
            AND NOT s.forms && %(forms)s::varchar[])::int
        + (cardinality(s.serves) > 0 AND %(region)s <> ALL(s.serves))::int
        + (%(language_needed)s AND cardinality(%(languages)s::varchar[]) > 0
            AND NOT s.languages && %(languages)s::varchar[])::int
        + (s.region = ANY(%(danger)s::varchar[]))::int
        + (%(tonight)s AND NOT s.round_the_clock AND NOT EXISTS (
            SELECT 1 FROM directory_schedule o WHERE o.service_id = s.id AND (
                (o.days @> ARRAY[%(day)s]::varchar[] AND o.opens_at <= %(time)s
                    AND (o.closes_at > %(time)s OR o.closes_at <= o.opens_at))
                OR (o.days @> ARRAY[%(eve)s]::varchar[] AND o.closes_at <= o.opens_at
                    AND o.closes_at > %(time)s))
            ))::int
        + coalesce(s.accredited_until < %(today)s, false)::int AS broken,
        s.places_updated_at < %(fresh_since)s AS old,
        CASE WHEN s.region = %(region)s OR %(region)s = ANY(s.serves) THEN 0
            ELSE coalesce(array_position(%(near)s::varchar[], s.region), %(far)s) END AS steps,
        cardinality(%(languages)s::varchar[]) > 0
            AND NOT s.languages && %(languages)s::varchar[] AS foreign_tongue,
        CASE WHEN s.asked_lately < 3 THEN 1
            WHEN s.in_time_lately * 2 >= s.asked_lately THEN 0 ELSE 2 END AS answers,
        greatest(0, s.places_free - coalesce(h.held, 0)) AS open
    FROM directory_service s LEFT JOIN (
        SELECT service_id, sum(places) AS held FROM directory_hold
        WHERE ended_at IS NULL AND until > %(now)s GROUP BY service_id
    ) h ON h.service_id = s.id
    WHERE s.kind = %(kind)s AND s.active
)
(SELECT id FROM judged WHERE broken = 0
    ORDER BY old, steps, foreign_tongue, answers, open DESC, id LIMIT 20)
UNION ALL
(SELECT id FROM judged WHERE broken > 0
    ORDER BY broken, old, steps, foreign_tongue, answers, open DESC, id LIMIT 20)
"""


def by_hand(need: Any) -> dict[str, Any]:
    """What the statement above binds."""
    from amparo.referrals.matching.found import seeks

    seen = seeks(need)
    return {
        "kind": need.kind, "sex": need.sex, "adult": not seen.child, "family": seen.family,
        "accessibility": need.accessibility, "forms": list(seen.forms), "region": need.region,
        "languages": need.languages, "language_needed": need.language_needed,
        "danger": list(seen.danger), "tonight": seen.tonight, "today": seen.day,
        "day": WEEK[seen.day.weekday()], "eve": WEEK[(seen.day - timedelta(days=1)).weekday()],
        "time": seen.moment.time(), "now": seen.moment, "fresh_since": seen.fresh_since,
        "near": list(seen.near)[1:], "far": seen.far,
    }  # fmt: skip


def compare(name: str, needs: list[Any], user: Any, bare: psycopg.Connection) -> None:
    from django.db import connection

    for need in needs[:WARM]:
        answered(need, user)
        asked_by_hand(need, bare)
    ours, theirs = Meter(connection.connection), Meter(bare)
    for need in needs:
        with ours.measured():
            told = answered(need, user)
        with theirs.measured():
            ids = asked_by_hand(need, bare)
        assert told == ids, f"{need.__dict__} is answered otherwise"
    print(
        f"{name:>22} {statistics.median(ours.wall):7.1f} {at_most(ours.wall):7.1f}"
        f" {statistics.median(theirs.wall):8.1f} {at_most(theirs.wall):8.1f}"
        f" {statistics.median(ours.wall) / statistics.median(theirs.wall):6.2f}"
        f" {at_most(ours.wall) / at_most(theirs.wall):6.2f}"
        f" {statistics.mean(ours.work):8.1f} {at_most(ours.work):8.1f}"
        f" {sum(ours.work) / sum(theirs.work):6.2f}",
        flush=True,
    )


class Meter:
    """Milliseconds by the clock on the wall, and of work: what this process and the one of the
    database that serves it took of a core, whatever else runs on the machine (proc(5))."""

    def __init__(self, served: psycopg.Connection) -> None:
        self.wall: list[float] = []
        self.work: list[float] = []
        self.worker = Path(f"/proc/{served.info.backend_pid}/schedstat")

    @contextmanager
    def measured(self) -> Iterator[None]:
        start, before = time.perf_counter(), self._worked()
        yield
        self.wall.append((time.perf_counter() - start) * 1000)
        self.work.append(self._worked() - before)

    def _worked(self) -> float:
        return time.process_time() * 1000 + int(self.worker.read_text().split()[0]) / 1e6


def asked_by_hand(need: Any, bare: psycopg.Connection) -> list[Any]:
    with bare.transaction():
        return [row[0] for row in bare.execute(BY_HAND, by_hand(need)).fetchall()]


def answered(need: Any, user: Any) -> list[Any]:
    from amparo.access.acting import acting_as
    from amparo.referrals.matching import match

    with acting_as(user):
        found = match(need)
    return [each.service.pk for each in (*found.fits, *found.others)]


def at_most(values: list[float]) -> float:
    """Of 95 in a hundred."""
    return sorted(values)[int(len(values) * 0.95)]


def grow(
    kinds: tuple[str, ...],
    sizes: tuple[int, ...],
    owner: psycopg.Connection,
    bare: psycopg.Connection,
) -> None:
    """Each size in turn, in a country that has so many kinds of service."""
    from amparo.referrals.models import Need

    unit, user = unit_and_user()
    for table in ("hold", "schedule", "service"):
        owner.execute(f"DELETE FROM directory_{table}")  # noqa: S608  named above
    drawn, made = Services(61, unit, kinds), 0
    for size in sizes:
        drawn.fill(owner, size - made, made)
        made = size
        owner.execute("VACUUM ANALYZE")
        needs = [Need(**row) for row in Services(62, unit, kinds).needs(NEEDS)]
        compare(f"{size:,} of {len(kinds)} kinds", needs, user, bare)


def unit_and_user() -> tuple[UUID, Any]:
    from amparo.people.models import Unit, User

    return Unit.objects.get(slug="shelter").pk, User.objects.get(given_name="First_Responder")


def main() -> None:
    sizes = (int(sys.argv[1]),) if len(sys.argv) > 1 else GROWTH
    print(
        f"{'services':>22} {'p50 ms':>7} {'p95 ms':>7} {'SQL p50':>8} {'SQL p95':>8}"
        f" {'x p50':>6} {'x p95':>6} {'work ms':>8} {'work p95':>8} {'x work':>6}"
    )
    with scratch.database(NAME) as cluster:
        from support.cast import make_cast

        make_cast()
        with (
            psycopg.connect(cluster.url("postgres", NAME), autocommit=True) as owner,
            scratch.connect(cluster, NAME) as bare,
        ):
            grow(KINDS, sizes, owner, bare)
            grow(KINDS[:1], sizes[-1:], owner, bare)


if __name__ == "__main__":
    main()
