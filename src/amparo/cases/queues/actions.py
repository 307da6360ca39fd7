"""Naming who carries files in a unit: many at once, all of them or none, and undone as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act, units_for
from amparo.access.queries import is_locked
from amparo.access.standing import NotAllowed, Refused, require, standing_of
from amparo.audit.actions import record
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.notices.actions import tell_of_files
from amparo.cases.pseudonyms import NAMELESS
from amparo.cases.queries import cases_with_unit
from amparo.cases.queues.models import Assignment, Carried
from amparo.cases.queues.queries import assigned_at_once, carried
from amparo.methods import clock
from amparo.people.models import Unit, User
from amparo.people.queries import colleagues

# By reference, the assignment that somebody saw when they chose the file; None if there was none.
Seen = Mapping[str, UUID | None]


@dataclass(frozen=True)
class Wish:
    """One file to be carried by `to`, as long as `seen` is still its last assignment."""

    reference: str
    seen: UUID | None
    to: User | None


@action
def assign(seen: Seen, *, by: User, unit: Unit, to: User, batch: UUID | None = None) -> int:
    """Name who carries these files in the unit; gives how many changed. Raises Refused.

    It gives `to` no right and takes none: what the unit may see, each of its people may.
    """
    return _carry_out([Wish(*each, to) for each in seen.items()], by=by, unit=unit, batch=batch)


@action
def take_back(seen: Seen, *, by: User, unit: Unit, batch: UUID | None = None) -> int:
    """From now on nobody is named for these files in the unit. Raises Refused."""
    return _carry_out([Wish(*each, None) for each in seen.items()], by=by, unit=unit, batch=batch)


@action
def undo(batch: UUID, *, by: User) -> int:
    """Put each file of one's own deed back to whoever carried it before, unless one has changed."""
    rows = assigned_at_once(batch, by)
    if not rows:
        raise Refused(_("There is nothing to undo."))
    wishes = [
        Wish(row.case.reference, row.pk, row.before.to if row.before else None) for row in rows
    ]
    return _carry_out(wishes, by=by, unit=rows[0].unit, batch=None)


def _carry_out(wishes: list[Wish], *, by: User, unit: Unit, batch: UUID | None) -> int:
    require(by, Act.ASSIGN)
    if unit.pk not in units_for(standing_of(by), Act.ASSIGN):
        raise NotAllowed(_("You work in this unit no more."), Act.ASSIGN)
    cases = _hold(wishes, by=by, unit=unit)
    rows = carried().in_unit(unit).of_cases(case.pk for case in cases.values())
    stood = {row.case_id: row for row in rows}
    _refuse_all_or_none(wishes, cases, stood, unit)
    made = [
        _assignment(cases[wish.reference], wish.to, stood, by=by, unit=unit)
        for wish in wishes
        if wish.to != _carrier(stood.get(cases[wish.reference].pk))
    ]
    if not made:
        raise Refused(_("Nothing was changed: the files stand like this already."))
    _write(made, stood, by=by, batch=batch or uuid4())
    return len(made)


def _hold(wishes: Iterable[Wish], *, by: User, unit: Unit) -> dict[str, Case]:
    """The files as they are now, held until the end, always in the same order."""
    wanted = {wish.reference for wish in wishes}
    files = cases_with_unit(by, unit.pk).filter(reference__in=wanted).order_by("pk")
    cases = {case.reference: case for case in files.select_for_update(of=("self",))}
    if missing := sorted(wanted - set(cases)):
        sentence = _("Not shared with your unit: %(files)s. Nothing was changed.")
        raise NotAllowed(sentence % {"files": ", ".join(missing)}, Act.ASSIGN)
    return cases


def _refuse_all_or_none(
    wishes: list[Wish], cases: Mapping[str, Case], stood: Mapping[UUID, Carried], unit: Unit
) -> None:
    """Say of each file what stands in its way."""
    free = {user.pk for user in colleagues(unit) if not is_locked(user)}
    faults = []
    for wish in wishes:
        case = cases[wish.reference]
        faults += _faults(case, wish, stood.get(case.pk))
        if wish.to and wish.to.pk not in free:
            faults.append(
                _("%(file)s: %(who)s does not work in this unit now.")
                % {"file": case.reference, "who": wish.to}
            )
    if faults:
        raise Refused(" ".join([*faults, _("Nothing was changed.")]))


def _faults(case: Case, wish: Wish, row: Carried | None) -> list[str]:
    named = {"file": case.reference}
    if case.pseudonym == NAMELESS:
        return [_("%(file)s was erased.") % named]
    if case.identification == State.CLOSED:
        return [_("%(file)s is closed.") % named]
    if wish.seen == (row.last_id if row else None):
        return []
    if row and row.to:
        return [_("%(file)s was assigned to %(who)s meanwhile.") % {**named, "who": row.to}]
    return [_("%(file)s was taken back meanwhile.") % named]


def _carrier(row: Carried | None) -> User | None:
    return row.to if row else None


def _assignment(
    case: Case, to: User | None, stood: Mapping[UUID, Carried], *, by: User, unit: Unit
) -> Assignment:
    row = stood.get(case.pk)
    return Assignment(
        case=case, unit=unit, to=to, at=clock.now(), by=by, before_id=row.last_id if row else None
    )  # fmt: skip


def _write(made: list[Assignment], stood: Mapping[UUID, Carried], *, by: User, batch: UUID) -> None:
    for row in made:
        row.batch = batch
    Assignment.objects.bulk_create(made)
    for row in made:
        _stand(row, stood.get(row.case_id))
        record("assigned" if row.to else "took back", by=by, case=row.case_id, thing=row)
    for to in {row.to for row in made if row.to and row.to != by}:
        tell_of_files(to, batch)


def _stand(row: Assignment, before: Carried | None) -> None:
    if before is None:
        Carried.objects.create(case=row.case, unit=row.unit, to=row.to, last=row)
        return
    before.to, before.last = row.to, row
    before.save(update_fields=["to", "last"])
