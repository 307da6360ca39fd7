"""The page of the queues: its tabs with their counts, its files, and what was just done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.core.paginator import Page
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.cases.clocks.presenters import NextClock, next_clock
from amparo.cases.clocks.queries import running_by_case
from amparo.cases.counting import Pages, capped
from amparo.cases.models import Case
from amparo.cases.notices.queries import new_files_of
from amparo.cases.queues.lists import waiting
from amparo.cases.queues.models import Carried
from amparo.cases.queues.queries import (
    Desk,
    assigned_at_once,
    stands_still,
)
from amparo.cases.queues.words import NEXT, WHOSE, Queue
from amparo.design.parts import Words
from amparo.people.models import User

ROWS = 50


@dataclass(frozen=True)
class Tab:
    label: Words
    query: str
    count: int | None
    here: bool


@dataclass(frozen=True)
class Waits:
    """One file of a queue; `value` says in the form which file it is, and what was seen of it."""

    case: Case
    value: str
    carrier: Words
    next: NextClock | None
    new: bool
    picked: bool


@dataclass(frozen=True)
class Done:
    """What was just assigned; `undo` is the deed to take back, while all of it still stands."""

    sentence: str
    undo: UUID | None
    key: UUID = field(default_factory=uuid4)


def _query(unit: str, **asked: str) -> str:
    return urlencode({**asked, "unit": unit} if unit else asked)


def tabs(desk: Desk, queues: Iterable[Queue], here: Queue, unit: str) -> list[Tab]:
    return [
        Tab(
            queue.label,
            _query(unit, queue=queue.value),
            None if queue == Queue.COLLEAGUE else capped(waiting(desk, queue)),
            queue == here,
        )
        for queue in queues
    ]


def all_tabs(desk: Desk, here: Queue, unit: str) -> dict[str, list[Tab]]:
    return {"whose": tabs(desk, WHOSE, here, unit), "next": tabs(desk, NEXT, here, unit)}


def colleague_tabs(desk: Desk, who: User | None, unit: str) -> list[Tab]:
    loads = desk.loads()
    return [
        Tab(
            str(user),
            _query(unit, queue="colleague", who=str(user.pk)),
            loads.get(user.pk, 0),
            user == who,
        )
        for user in desk.colleagues
    ]


def page_of(desk: Desk, queue: Queue, who: User | None, number: str | None) -> Page[Case]:
    """The oldest first, and no further than the cap: what is done with makes room."""
    files = waiting(desk, queue, who).oldest_first()
    return Pages(files, ROWS).get_page(number)


def waits(
    desk: Desk, cases: Iterable[Case], picked: Iterable[str], now: datetime, *, every: bool
) -> list[Waits]:
    shown = list(cases)
    ids = [case.pk for case in shown]
    clocks, new = running_by_case(ids), new_files_of(desk.user, ids)
    stood = {row.case_id: row for row in desk.carried.of_cases(ids)}
    here = {user.pk for user in desk.colleagues}
    return [
        Waits(
            case, _value(case, stood.get(case.pk)), _carrier(stood.get(case.pk), desk.user, here),
            next_clock(clocks.get(case.pk, []), now), case.pk in new,
            every or case.reference in picked,
        )
        for case in shown
    ]  # fmt: skip


def _value(case: Case, row: Carried | None) -> str:
    return f"{case.reference}:{row.last_id if row else ''}"


def _carrier(row: Carried | None, reader: User, here: set[UUID]) -> Words:
    """A colleague who has left carries nothing: the file is without anybody."""
    if row is None or row.to is None or row.to.pk not in here:
        return ""
    return _("you") if row.to == reader else str(row.to)


def done(desk: Desk, batch: UUID) -> Done | None:
    rows = assigned_at_once(batch, desk.user)
    if not rows:
        return None
    n = len(rows)
    return Done(_sentence(n, rows[0].to, desk.user), batch if stands_still(batch) == n else None)


def _sentence(n: int, to: User | None, reader: User) -> str:
    if to is None:
        return ngettext("%(n)d file taken back.", "%(n)d files taken back.", n) % {"n": n}
    if to == reader:
        return ngettext("%(n)d file assigned to you.", "%(n)d files assigned to you.", n) % {"n": n}
    said = ngettext("%(n)d file assigned to %(who)s.", "%(n)d files assigned to %(who)s.", n)
    return said % {"n": n, "who": to}


@dataclass(frozen=True)
class Carrier:
    """Who carries a file in one unit; where the reader may assign it, by which button."""

    unit: str
    who: Words
    seen: str = ""
    mine: bool = False
    assigns: bool = False
    key: UUID = field(default_factory=uuid4)


def carriers(desk: Desk | None, rows: Mapping[UUID, Carried], reader: User) -> list[Carrier]:
    """The reader's own unit first, then the others where somebody is named."""
    own = [_own(desk, rows.get(desk.unit.pk), reader)] if desk else []
    others = [
        Carrier(row.unit.name, str(row.to))
        for row in rows.values()
        if row.to and (desk is None or row.unit_id != desk.unit.pk)
    ]
    return own + others


def _own(desk: Desk, row: Carried | None, reader: User) -> Carrier:
    who = _carrier(row, reader, {user.pk for user in desk.colleagues})
    seen = str(row.last_id) if row else ""
    mine = bool(row and row.to == reader)
    return Carrier(desk.unit.name, who, seen, mine=mine, assigns=True)
