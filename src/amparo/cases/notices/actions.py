from uuid import UUID

from amparo.access.acting import acting_as, action
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import ClockQuerySet, clocks_for, mine, watched
from amparo.cases.notices.models import Notice
from amparo.cases.notices.queries import notices_of
from amparo.methods import clock
from amparo.people.country import end_of_today
from amparo.people.models import User

AT_ONCE = 200  # of one kind, for one person; the next run tells of more


@action
def tell(*, by: User) -> bool:
    """Tell `by` of what is due or late, found with their own eyes: nobody hears of a hidden file.

    Gives whether to call them by mail: something is new, and nothing unseen waited before.
    """
    told = notices_of(by).of_clocks()
    waited = told.unseen().exists()
    fresh = [
        Notice(to=by, clock=row, kind=kind, at=clock.now())
        for kind, rows in _found(by).items()
        for row in rows.exclude(pk__in=told.of_kind(kind).clocks()).soonest_first()[:AT_ONCE]
    ]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return bool(fresh) and not waited


def _found(by: User) -> dict[str, ClockQuerySet]:
    now, kinds = clock.now(), Notice.Kind
    return {
        kinds.LATE: mine(by).late(now),
        kinds.DUE: mine(by).due_between(now, end_of_today()),
        kinds.WATCHED: watched(by).late(now),
    }


def tell_of_files(to: User, batch: UUID) -> None:
    """In the transaction that assigned them, with their own eyes; no mail goes out for it."""
    with acting_as(to):
        Notice.objects.create(to=to, batch=batch, kind=Notice.Kind.ASSIGNED, at=clock.now())


def tell_at_once(to: User, row: Clock) -> bool:
    """In the transaction that started the clock, with their own eyes; again if it starts again.

    Gives whether they may see the file at all: nobody is called to what stays hidden from them.
    """
    with acting_as(to):
        if not clocks_for(to).filter(pk=row.pk).exists():
            return False
        told = {"at": clock.now(), "seen_at": None}
        Notice.objects.update_or_create(to=to, clock=row, kind=Notice.Kind.AT_ONCE, defaults=told)
    return True


@action
def see_all(*, by: User) -> None:
    """What was shown is seen; it stays in the list while it is true."""
    require(by, Act.SEE_CASES)
    notices_of(by).unseen().update(seen_at=clock.now())
