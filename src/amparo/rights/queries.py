from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.audit.models import Entry
from amparo.audit.queries import OPENED, entries
from amparo.cases.glance import erased
from amparo.cases.machine import OUTCOMES, State, Track
from amparo.cases.models import Case, Status
from amparo.cases.queries import rows_of
from amparo.people.country import country, day_of, today
from amparo.people.models import Unit, User
from amparo.people.queries import units_by_user, users_by_id
from amparo.rights.looked import Readers
from amparo.rights.models import Copy, Disagreement, ErasureRequest, KeptFile
from amparo.rights.retention import Due, due_drafts, due_files
from amparo.screening.queries import screenings_for

SAW = "saw the file"
# To make keys or to write opens a key too, and shows nothing to anybody.
WRITING = Q(purpose__endswith=": writing")


def readings_of(case: Case) -> list[Entry]:
    """Every time that somebody looked at the file or opened what is sealed, newest first."""
    rows = entries().of_case(case.pk).filter(Q(action=OPENED) | Q(action=SAW)).exclude(WRITING)
    return list(rows.newest_first())


def readers_of(rows: Iterable[Entry], case: Case) -> Readers:
    """Who they are, and their units: one that the file is shared with stands first."""
    from amparo.cases.queries import shares_of

    actors = {row.actor for row in rows}
    shared = {grant.unit_id for grant in shares_of(case)}
    units = units_by_user(actors)
    return Readers(
        users=users_by_id(actors),
        units={actor: _shared_first(mine, shared) for actor, mine in units.items()},
    )


def _shared_first(units: list[Unit], shared: set[UUID]) -> list[Unit]:
    return sorted(units, key=lambda unit: unit.pk not in shared)


def copies_of(case: Case) -> list[Copy]:
    return list(rows_of(Copy, case).newest_first())


def disagreements_of(case: Case) -> list[Disagreement]:
    return list(rows_of(Disagreement, case).in_order())


def open_request_of(case: Case) -> ErasureRequest | None:
    """The request for erasure that nobody has answered yet."""
    asked = rows_of(ErasureRequest, case).filter(refusal=None)
    return None if erased(case) else asked.newest_first().first()


def request_with(request_id: UUID) -> ErasureRequest | None:
    return ErasureRequest.objects.select_related("refusal").filter(pk=request_id).first()


def requests_of(case: Case) -> list[ErasureRequest]:
    return list(rows_of(ErasureRequest, case).select_related("refusal", "refusal__by").in_order())


def course_of(case: Case) -> tuple[str, date | None]:
    """How the identification ended, "" if it has not; and the day the file was closed."""
    steps = Status.objects.of(case).filter(track=Track.IDENTIFICATION).order_by("number")
    moments = {row.state: row.at for row in steps}
    outcome = next((state for state in reversed(moments) if state in OUTCOMES), "")
    closed = moments.get(State.CLOSED) if case.identification == State.CLOSED else None
    return outcome, day_of(closed) if closed else None


def due_now(user: User) -> tuple[list[Due], list[Due]]:
    """The files and the drafts that the country's rules ask for today. Raises Refused.

    Drafts are shown to the bureau alone: who watches over data protection sees no screening.
    """
    require(user, Act.SEE_RETENTION)
    rules = list(country().retention.values())
    kept = KeptFile.objects.closed().readable().order_by("closed_on", "pk")
    begun = [(row.pk, day_of(row.started_at)) for row in screenings_for(user).drafts()]
    return due_files(kept.iterator(), rules, today()), due_drafts(begun, rules, today())


def is_due_for_erasure(case_id: UUID, user: User) -> bool:
    """Whether a rule still asks for it, now that a second person says yes."""
    files, _drafts = due_now(user)
    return any(each.subject == case_id and each.rule.then == "erase" for each in files)
