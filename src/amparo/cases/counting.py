"""Counting no further than anybody reads: lists say "over 1,000" and show their first thousand.

And the middle of many, which the database finds.
"""

from typing import Any

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Aggregate, FloatField, QuerySet
from django.utils.functional import cached_property

CAP = 1000


class Median(Aggregate):
    """The middle of what is not null; between two middles, half way (PostgreSQL)."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


def capped(rows: QuerySet[Any]) -> int:
    """How many there are, or one more than the cap: to count on costs and helps nobody."""
    return rows.order_by().values("pk")[: CAP + 1].count()


class Pages(Paginator):  # type: ignore[type-arg]  # not generic when it runs
    """Pages of the first thousand, whose number costs no ordering."""

    @cached_property
    def count(self) -> int:
        return min(capped(self.rows), CAP)

    def __init__(self, rows: QuerySet[Any], per_page: int) -> None:
        self.rows = rows
        super().__init__(rows[:CAP], per_page)


def plan_each_time() -> None:
    """Until the end of the transaction: a plan made for any unit at all suits no large one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
