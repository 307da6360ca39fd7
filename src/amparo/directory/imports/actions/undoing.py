"""A whole file is taken back: what it made goes, what it changed is as it was."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.audit.actions import record
from amparo.directory.imports import bulk
from amparo.directory.imports.actions.writing import change, codes, go_alone
from amparo.directory.imports.drafts import WHERE
from amparo.directory.imports.matching import Stored, canonical
from amparo.directory.imports.models import Deed, ImportBatch, ImportRow, ServiceSource, State
from amparo.directory.imports.progress import progress
from amparo.directory.imports.queries import changed_by_others, chunks_of, in_use, stored
from amparo.directory.models import Location, Schedule, Service
from amparo.methods import clock
from amparo.people.models import Organisation, Unit, User

RETIRED = ["active"]


@action
def undo(batch: UUID, *, by: User) -> None:
    """Done twice, it does nothing more. What somebody has changed since stays, and is listed."""
    require(by, Act.KEEP_DIRECTORY)
    go_alone()
    found = ImportBatch.objects.filter(pk=batch, state=State.UNDOING).first()
    if found is None:
        return
    ServiceSource.objects.filter(batch=found).delete()
    done = 0
    with progress(found) as tell:
        for rows in chunks_of(found):
            _remove(found, [row for row in rows if row.deed == Deed.NEW])
            _restore([row for row in rows if row.deed == Deed.UPDATE])
            done += len(rows)
            tell(done)
    _unmake(found.made)
    found.state, found.undone_at, found.rows_done = State.UNDONE, clock.now(), found.rows_total
    found.save()
    record("took services back", by=by, thing=found)


def _remove(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """What an offer or a hold names, a later file has changed, or a house has written its place for
    is offered no more."""
    made = {row.service: row for row in rows if row.service}
    hidden = Location.objects.filter(service__in=made, confidential=True)
    used = in_use(Service, made) | set(hidden.values_list("service_id", flat=True))
    used |= changed_by_others(batch, made)
    gone = made.keys() - used
    for model in (Location, Schedule, ServiceSource):
        bulk.delete(model, "service_id", gone)
    bulk.delete(Service, "id", gone)
    Service.objects.filter(pk__in=used).update(active=False)
    _keep({made[service].pk: RETIRED for service in used})


def _restore(rows: Sequence[ImportRow]) -> None:
    here = stored([row.service for row in rows if row.service], lock=True)
    changes, kept = {}, {}
    for row in rows:
        there = here.get(str(row.service))
        if there is None:
            continue
        ours = [code for code in codes(row.before) if _is_ours(row, there, code)]
        changes[str(row.service)] = {code: row.before[code] for code in ours}
        if left := [code for code in codes(row.before) if code not in ours]:
            kept[row.pk] = left
        _remove_place(row, there, ours)
    change(changes, here)
    _keep(kept)


def _is_ours(row: ImportRow, there: Stored, code: str) -> bool:
    """Whether it is still as the file said, and may be as it was."""
    if canonical(there[code]) != row.draft[code]:
        return False
    return code != "places_total" or row.before[code] >= there["places_free"]


def _remove_place(row: ImportRow, there: dict[str, Any], ours: Sequence[str]) -> None:
    """One that the file made for a service that had none."""
    moved = set(WHERE) & row.before.keys()
    made = row.before.get("location", "") is None and there["location"]
    if made and moved and moved <= set(ours):
        Location.objects.filter(pk=there["location"]).delete()
        there["location"] = None


def _unmake(made: dict[str, list[str]]) -> None:
    for model, name in ((Unit, "units"), (Organisation, "organisations")):
        ids = {UUID(key) for key in made.get(name, [])}
        bulk.delete(model, "id", ids - in_use(model, ids))


def _keep(kept: dict[int, list[str]]) -> None:
    bulk.update(ImportRow, [{"id": key, "kept": left} for key, left in kept.items()], ["kept"])
