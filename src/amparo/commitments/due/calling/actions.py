"""Calling whoever answers for an ask when its window opens, and before it ends."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection, transaction

from amparo.access.mail import call_to_desk
from amparo.commitments.due.rows import Due, dues
from amparo.commitments.following.models import Call
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import Mandate, User
from amparo.people.queries import people_with_mandate, staff_of

OPENS = "opens"
# So many days before the last day of a window, those are called who have not sent anything yet.
BEFORE_THE_END = (60, 14)
Told = tuple[int, date, str]


def call() -> int:
    """By one mail that says nothing; what it is about stands on their first page. To how many.

    Each is called once for each window and each reason, however often this runs. The mail goes out
    in the same transaction: what could not be sent was not said.
    """
    with transaction.atomic():
        _one_at_a_time()
        wanted = {told: row for row in dues(today()) for told in _reasons(row, today())}
        known = set(Call.objects.values_list("ask", "opens", "kind"))
        new = {told: row for told, row in wanted.items() if told not in known}
        Call.objects.bulk_create(
            Call(ask_id=ask, opens=opens, kind=kind, at=clock.now()) for ask, opens, kind in new
        )
        addresses = sorted({user.email for user in _people(new.values())})
        call_to_desk(addresses)
    return len(addresses)


def _one_at_a_time() -> None:
    """Whoever runs at the same time waits here, and then finds what was said."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('commitments_call'))")


def _reasons(row: Due, on: date) -> Iterator[Told]:
    """What there is to say of it today, of what somebody here follows and nobody has sent."""
    span = row.coming
    if span is None or not row.is_missing(span):
        return
    if span.first <= on:
        yield row.ask.pk, span.first, OPENS
    for days in BEFORE_THE_END:
        if (span.last - on).days <= days:
            yield row.ask.pk, span.first, str(days)


def _people(rows: Iterable[Due]) -> set[User]:
    """Of the unit of the institution in charge; where there is none, or it is empty, the bureau."""
    units = [row.institution.unit_id if row.institution else None for row in rows]
    staff = staff_of({unit for unit in units if unit})
    told = {user for users in staff.values() for user in users}
    if any(unit not in staff for unit in units):
        told |= set(people_with_mandate(Mandate.COORDINATOR))
    return told
