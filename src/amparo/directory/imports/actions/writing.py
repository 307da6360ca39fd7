"""Services are written: all of a file or, where anything stops it, none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.directory.imports import bulk, hours
from amparo.directory.imports.actions.looking import SETTLED, line_of, settled
from amparo.directory.imports.drafts import WHERE, Line, is_hidden
from amparo.directory.imports.making import Maker
from amparo.directory.imports.matching import OF_A_NEW_ONE, SAME, Matching, Stored
from amparo.directory.imports.models import Deed, ImportBatch, ImportRow, ServiceSource, State
from amparo.directory.imports.progress import progress
from amparo.directory.imports.queries import chunks_of
from amparo.directory.imports.values import Draft
from amparo.directory.models import Location, Schedule, Service
from amparo.methods import clock
from amparo.people.models import User

# One at a time: two files that name the same house would each make it.
ALONE = "SELECT pg_try_advisory_xact_lock(1635083369, -59)"
ELSEWHERE = {"organisation", "unit", "schedules", "location", *WHERE}


@action
def write(batch: UUID, *, by: User) -> None:
    """Bring the rows of a batch in. Done twice, or a second time, it does nothing more."""
    require(by, Act.KEEP_DIRECTORY)
    go_alone()
    found = ImportBatch.objects.filter(pk=batch, state=State.WRITING).first()
    if found is None:
        return
    matching, maker, counts = Matching(found.source, lock=True), Maker(), Counter[str]()
    with progress(found) as tell:
        for rows in chunks_of(found):
            lines = [line_of(row) for row in rows]
            matching.settle(lines)
            _write(found, lines, matching, maker)
            counts.update(line.deed for line in lines)
            tell(sum(counts.values()))
    found.state, found.done_at = State.DONE, clock.now()
    found.counts, found.made, found.rows_done = dict(counts), maker.made, found.rows_total
    found.save()
    record("brought services in", by=by, thing=found)


def go_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        if not cursor.fetchone()[0]:
            raise Refused(_("Another file is being brought in at this moment. Try again soon."))


def _write(batch: ImportBatch, lines: Sequence[Line], matching: Matching, maker: Maker) -> None:
    new = [line for line in lines if line.deed == Deed.NEW]
    units = maker.units_of(new, matching.units)
    for line in new:
        line.service = str(uuid4())
    bulk.insert(Service, [_service(line, unit) for line, unit in zip(new, units, strict=True)])
    places = [_place(line, unit) for line, unit in zip(new, units, strict=True) if _is_open(line)]
    bulk.insert(Location, places)
    bulk.insert(Schedule, [row for line in new for row in schedules(line.service, line.draft)])
    told = [line for line in lines if line.deed in (Deed.UPDATE, Deed.SAME) and _is_told(line)]
    bulk.insert(ServiceSource, [_source(line, batch) for line in (*new, *told)])
    changed = [line for line in lines if line.deed == Deed.UPDATE]
    change(
        {line.service: {code: line.draft[code] for code in codes(line.before)} for line in changed},
        matching.here,
    )
    rows = [{"id": line.id, "before": line.before, **settled(line)} for line in lines]
    bulk.update(ImportRow, rows, [*SETTLED, "before"])


def change(changes: Mapping[str, Draft], here: Mapping[str, Stored]) -> None:
    """Set these fields of these services; `here`: what stands there now, under a lock."""
    rows = [
        {"id": key, **{column: said.get(column, here[key][column]) for column in CHANGEABLE}}
        for key, said in changes.items()
        if not said.keys().isdisjoint(CHANGEABLE)
    ]
    bulk.update(Service, rows, CHANGEABLE)
    for key, said in changes.items():
        if {*WHERE, "region"} & said.keys():
            _move(key, said, here[key])
        if "schedules" in said:
            Schedule.objects.filter(service=UUID(key)).delete()
            bulk.insert(Schedule, list(schedules(key, said)))


def codes(before: Mapping[str, Any]) -> list[str]:
    return [code for code in before if code != "location"]


def schedules(service: str, draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": uuid4(), "service_id": service, "days": list(each.days),
            "opens_at": each.opens, "closes_at": each.closes,
            "valid_from": each.since, "valid_to": each.until,
        }
        for each in hours.read(str(draft.get("schedules") or ""))
    ]  # fmt: skip


def _move(key: str, said: Draft, here: Stored) -> None:
    """The first open place of a service; none is made where nothing is said but the region."""
    where = {code: said[code] for code in WHERE if code in said}
    region = said.get("region", here["region"])
    Location.objects.filter(service=UUID(key), confidential=True).update(region=region)
    if here["location"]:
        Location.objects.filter(pk=here["location"]).update(region=region, **where)
    elif any(value not in ("", None) for value in where.values()) and not here["confidential"]:
        whose = {"service_id": key, "unit_id": here["unit_id"], "region": region}
        bulk.insert(Location, [bulk.values(Location, {**whose, **where})])


def _service(line: Line, unit: UUID) -> dict[str, Any]:
    draft, now = line.draft, clock.now()
    said = {code: value for code, value in draft.items() if code not in ELSEWHERE}
    name = str(draft.get("name_en") or draft.get("name_fr"))
    said |= {"name_en": name, "name_fr": draft.get("name_fr") or name}
    said["places_total"] = draft.get("places_total", draft.get("places_free", 0))
    return bulk.values(Service, {
        "sexes": ["F", "M", "X"], **said, "id": line.service, "unit_id": unit,
        "slug": f"{slugify(name)[:60] or 'service'}-{line.service[:8]}",
        "confidential": is_hidden(draft),
        "places_updated_at": now if "places_free" in draft else None,
    })  # fmt: skip


def _place(line: Line, unit: UUID) -> dict[str, Any]:
    where = {code: line.draft[code] for code in WHERE if code in line.draft}
    return bulk.values(
        Location,
        {"service_id": line.service, "unit_id": unit, "region": line.draft["region"], **where},
    )


def _source(line: Line, batch: ImportBatch) -> dict[str, Any]:
    return {
        "service_id": line.service, "source": batch.source, "key": line.key, "batch_id": batch.pk,
    }  # fmt: skip


def _is_open(line: Line) -> bool:
    return any(line.draft.get(code) not in ("", None) for code in WHERE)


def _is_told(line: Line) -> bool:
    """It is the one that was here: from now on the source has a number for it."""
    return bool(line.alike) and line.service == line.alike and line.answer in ("", SAME)


UNCHANGED = {
    "id", "slug", "unit_id", "places_updated_at", "asked_lately", "in_time_lately", *OF_A_NEW_ONE,
}  # fmt: skip
CHANGEABLE = [f.attname for f in Service._meta.concrete_fields if f.attname not in UNCHANGED]
