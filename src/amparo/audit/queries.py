from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, models, transaction

if TYPE_CHECKING:
    from amparo.audit.chain import Row
    from amparo.audit.models import Check, Entry  # noqa: F401  named in a base class

OPENED = "opened"
CHUNK = 5000
# Written out by the database as chain.row_of would: a million rows are read in seconds.
ROWS = """
    SELECT lane, sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '+00:00',
        actor::text, action, coalesce(case_id::text, ''), coalesce(object_id::text, ''), purpose,
        decision, keys, coalesce(session::text, ''), coalesce(request::text, ''), previous, mac
    FROM audit_entry ORDER BY lane, sequence
"""
# From lane to lane along the index, whatever lanes there are: never over all rows.
ENDS = """
    WITH RECURSIVE lanes AS (
        SELECT min(lane) AS lane FROM audit_entry
        UNION ALL
        SELECT (SELECT min(entry.lane) FROM audit_entry AS entry WHERE entry.lane > lanes.lane)
        FROM lanes WHERE lanes.lane IS NOT NULL
    )
    SELECT lanes.lane, last.sequence, last.mac FROM lanes, LATERAL (
        SELECT sequence, mac FROM audit_entry AS entry WHERE entry.lane = lanes.lane
        ORDER BY sequence DESC LIMIT 1) AS last
    ORDER BY lanes.lane
"""


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_case(self, case_id: UUID) -> EntryQuerySet:
        return self.filter(case_id=case_id)

    def openings(self) -> EntryQuerySet:
        """The rows that stand for a key unwrapped: somebody could read what was sealed."""
        return self.filter(action=OPENED)

    def keys_unwrapped(self) -> int:
        """As many as the key provider was asked for: N = N (security design, 4.3)."""
        return int(self.aggregate(n=models.Sum("keys", default=0))["n"])

    def newest_first(self) -> EntryQuerySet:
        return self.order_by("-at", "-id")


def entries() -> EntryQuerySet:
    from amparo.audit.models import Entry

    return Entry.objects.all()


def rows_in_chain_order() -> Iterator[Row]:
    """The whole log, lane by lane, read in parts: it need not fit in memory."""
    from amparo.audit.chain import Row

    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(ROWS)
        while part := cursor.fetchmany(CHUNK):
            yield from map(Row._make, part)


def lane_ends() -> list[tuple[int, int, bytes]]:
    """Of each lane the number and the MAC of its last row, as they stood together."""
    with connection.cursor() as cursor:
        cursor.execute(ENDS)
        return [(lane, sequence, bytes(mac)) for lane, sequence, mac in cursor.fetchall()]


def last_check() -> Check | None:
    from amparo.audit.models import Check

    return Check.objects.order_by("-at", "-pk").first()


def is_done(key: UUID) -> bool:
    """Whether a form with this key has been acted upon."""
    from amparo.audit.models import Receipt

    return Receipt.objects.filter(pk=key).exists()
