"""Calling the people of a service whose number of places nobody has confirmed for too long."""

from datetime import datetime, time

from django.db import connection, transaction

from amparo.access.mail import call_to_desk
from amparo.access.policy import MANDATES, Act
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.directory.reminders.models import Reminder
from amparo.directory.reminders.queries import reminders
from amparo.methods import clock
from amparo.people.country import today, zone
from amparo.people.queries import staff_of


def remind() -> int:
    """Call them by one mail that says nothing of what it is about; it stands on their first page.

    Once for each time that a number has grown too old, and on one day at most once. The mail goes
    out in the same transaction: what could not be sent was not said. Gives to how many.
    """
    with transaction.atomic():
        _one_at_a_time()
        if reminders().since(datetime.combine(today(), time(), tzinfo=zone())).exists():
            return 0
        return _call(_not_told_yet([row for row in services() if row.is_stale]))


def _one_at_a_time() -> None:
    """Whoever runs at the same time waits here, and then finds that it was done today.

    No row is held meanwhile: a house may change its places while the mail goes out.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directory_reminder'))")


def _not_told_yet(stale: list[Service]) -> list[Service]:
    """Those of which nobody was told since somebody said how many places are free."""
    told = reminders().last_of_each()
    return [
        row
        for row in stale
        if row.pk not in told or (row.places_updated_at and told[row.pk] < row.places_updated_at)
    ]


def _call(late: list[Service]) -> int:
    """A service where nobody works who may say it is told once somebody does."""
    may_say = [row for row in late if MANDATES[Act.KEEP_PLACES] & set(row.unit.mandates)]
    staff = staff_of({row.unit_id for row in may_say})
    now = clock.now()
    Reminder.objects.bulk_create(
        Reminder(service=row, at=now) for row in may_say if row.unit_id in staff
    )
    addresses = sorted({user.email for users in staff.values() for user in users})
    call_to_desk(addresses)
    return len(addresses)
