"""Who still holds what a person agreed to share: gathered for one page, in the order of asking.

Rooms that know of others who were told something add their source, as with the timeline.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from amparo.access.models import Grant
from amparo.access.policy import IDENTIFICATION, Recipient
from amparo.access.queries import bases, grants, stands
from amparo.audit.models import Entry
from amparo.audit.queries import entries
from amparo.cases.consents.models import Consent, LegalGround
from amparo.cases.models import Case
from amparo.design.parts import Words
from amparo.people.models import Unit
from amparo.people.queries import users_by_id

EXPORTED = "exported"


@dataclass(frozen=True)
class Told:
    """Somebody who was told something of the case by a higher room: who, what, when."""

    who: Words
    what: Words
    at: datetime


Source = Callable[[Case], list[Told]]
_sources: list[Source] = []


def register(source: Source) -> None:
    _sources.append(source)


@dataclass(frozen=True)
class ShutOut:
    """A unit that could read the file and cannot any more; no `until` where a day passed."""

    unit: Unit
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Holding:
    """A unit that reads the file today, and what each of its shares hangs on ("" for its own)."""

    unit: Unit
    under: list[str]


@dataclass
class Reader:
    """Somebody who opened what is sealed, or took a copy: how often, when last."""

    who: str
    last: datetime
    times: int = 0
    parts: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Holders:
    shut_out: list[ShutOut]
    holding: list[Holding]
    bureau: bool
    opened: list[Reader]
    copies: list[Reader]
    told: list[Told]


def holders(case: Case) -> Holders:
    log = entries().of_case(case.pk)
    told = [each for source in _sources for each in source(case)]
    return Holders(
        shut_out=shut_out(case),
        holding=holding(case),
        bureau=stands(case.pk, IDENTIFICATION, Recipient.BUREAU),
        opened=_readers(log.openings().exclude(purpose__endswith=": writing")),
        copies=_readers(log.filter(action__startswith=EXPORTED)),
        told=sorted(told, key=lambda each: each.at),
    )


def holding(case: Case) -> list[Holding]:
    return [
        Holding(rows[0].unit, sorted({row.under for row in rows}))
        for rows in _by_unit(grants().live().of_case(case.pk).with_unit())
    ]


def shut_out(case: Case) -> list[ShutOut]:
    """Every unit that ever held the file and does not today, whichever way that came."""
    shared = grants().of_case(case.pk)
    gone = shared.exclude(unit__in=shared.live().values("unit"))
    return [
        ShutOut(
            rows[0].unit,
            min(row.since for row in rows),
            max((row.until for row in rows if row.until), default=None),
        )
        for rows in _by_unit(gone.with_unit())
    ]


def losing(said: Consent | LegalGround) -> list[Unit]:
    """The units that would be shut out if this consent or ground ended now."""
    shared = grants().live().of_case(said.case_id)
    others = bases().live().exclude(pk=said.pk)
    kept = grants().of_case(said.case_id).live(among=others)
    lost = shared.exclude(unit__in=kept.values("unit")).with_unit()
    return [rows[0].unit for rows in _by_unit(lost)]


def _by_unit(rows: Iterable[Grant]) -> list[list[Grant]]:
    found: dict[UUID, list[Grant]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return sorted(found.values(), key=lambda rows: rows[0].unit.name)


def _readers(rows: Iterable[Entry]) -> list[Reader]:
    """Each person once, whoever read last first."""
    found: dict[UUID, Reader] = {}
    kept = list(rows)
    people = users_by_id({row.actor for row in kept})
    for row in sorted(kept, key=lambda row: row.at):
        reader = found.setdefault(row.actor, Reader(str(people.get(row.actor, "")), row.at))
        reader.last, reader.times = row.at, reader.times + 1
        reader.parts.add(row.purpose.partition(":")[0])
    return sorted(found.values(), key=lambda reader: reader.last, reverse=True)
