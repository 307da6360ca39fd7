from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from amparo.audit.models import Entry
from amparo.audit.queries import OPENED, entries
from amparo.cases.models import Case
from amparo.cases.queries import erased, rows_of
from amparo.people.models import Unit
from amparo.people.queries import units_by_user, users_by_id
from amparo.rights.looked import Readers
from amparo.rights.models import Copy, Disagreement, ErasureRequest

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
