"""Counting no further than anybody reads: lists say "over 1,000" and show their first thousand."""

from typing import Any

from django.db.models import QuerySet

CAP = 1000


def capped(rows: QuerySet[Any]) -> int:
    """How many there are, or one more than the cap: to count on costs and helps nobody."""
    return rows.order_by().values("pk")[: CAP + 1].count()


def first(rows: QuerySet[Any]) -> QuerySet[Any]:
    """What a list of pages shows of them."""
    return rows[:CAP]
