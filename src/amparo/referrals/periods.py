"""Periods that end today, as people here count them."""

from calendar import monthrange
from datetime import date, datetime, time

from amparo.people.country import today, zone


def months_back(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_moment(months: int) -> datetime:
    """Of the period of the last so many months."""
    return datetime.combine(months_back(today(), months), time(), tzinfo=zone())
