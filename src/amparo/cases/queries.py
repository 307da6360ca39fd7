from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models import Q

from amparo.access.acting import who_acts
from amparo.access.policy import IDENTIFICATION, Purpose, Recipient, Standing
from amparo.access.queries import CaseScoped, bases, grants
from amparo.access.restriction.queries import restrictions
from amparo.access.standing import standing_of
from amparo.cases.machine import OUTCOMES
from amparo.cases.pseudonyms import NAMELESS
from amparo.methods import clock

if TYPE_CHECKING:
    from amparo.access.models import Grant
    from amparo.cases.models import (
        Case,
        Closing,
        OfCase,
        Person,
    )
    from amparo.people.models import User
    from amparo.screening.models import Screening

WHOLE_REFERENCE = re.compile(r"A-\d{4}-\d{5,}")

# Not closed, and not at rest: an outcome reached, and no help under way. An index has just this
# condition, so that the oldest of them are found however many files there are.
UNDER_WAY = ~Q(identification="closed") & ~Q(
    identification__in=tuple(map(str, OUTCOMES)), support__in=("", "ended")
)

M = TypeVar("M", bound=models.Model, covariant=True)


class OfCaseQuerySet(CaseScoped[M]):
    def of(self, case: Case) -> Self:
        if case.glance and case.glance.lacks(self.model):
            return self.none()
        return self.filter(case=case)

    def in_order(self) -> Self:
        return self.order_by("at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class CaseQuerySet(CaseScoped["Case"]):
    case_field = "pk"

    def open(self) -> CaseQuerySet:
        from amparo.cases.machine import State

        return self.exclude(identification=State.CLOSED)

    def not_erased(self) -> CaseQuerySet:
        """By the word that stands for the pseudonym then: whose keys are gone has no other."""
        return self.exclude(pseudonym=NAMELESS)

    def under_way(self) -> CaseQuerySet:
        """Open, and not at rest."""
        return self.filter(UNDER_WAY)

    def in_state(self, state: str) -> CaseQuerySet:
        return self.filter(identification=state)

    def found_by(self, words: str) -> CaseQuerySet:
        """By reference only: names are sealed, and no search term of a name enters a query."""
        wanted = words.strip().upper()
        if WHOLE_REFERENCE.fullmatch(wanted):
            # Behind row-level security an index serves "equals" but no pattern.
            return self.filter(reference=wanted)
        return self.filter(reference__startswith=wanted)

    def newest_first(self) -> CaseQuerySet:
        return self.order_by("-opened_at", "id")

    def oldest_first(self) -> CaseQuerySet:
        return self.order_by("opened_at", "id")


class IdentityScoped(CaseScoped[M]):
    """Rows of the identity compartment."""

    purpose = Purpose.IDENTITY

    def openable_to(self, standing: Standing) -> Self:
        """Those whose names may be looked through: no file in an emergency, none restricted.

        To the bureau they are open under a live basis that names it.
        """
        shared = grants().read_by(standing, self.purpose).values("case_id")
        mine = Q(case_id__in=shared)
        if standing.oversees:
            based = bases().live().for_purpose(IDENTIFICATION).towards(Recipient.BUREAU)
            mine |= Q(case_id__in=based.values("case_id"))
        waiting = restrictions().standing().values("case_id")
        return self.filter(mine).exclude(case_id__in=waiting)


class PersonQuerySet(IdentityScoped["Person"]):
    pass


def cases_for(user: User) -> CaseQuerySet:
    return _cases().visible_to(standing_of(user))


def cases_with_unit(user: User, unit: UUID) -> CaseQuerySet:
    """Those that this person may see with that unit alone, whatever their other units hold."""
    held = standing_of(user).by_unit.get(unit, frozenset())
    return _cases().visible_to(Standing({unit: held}, user.pk))


def references_of(user: User, cases: Iterable[UUID]) -> dict[UUID, str]:
    """The references of those cases that this person may see."""
    return dict(cases_for(user).filter(pk__in=list(cases)).values_list("pk", "reference"))


def case_seen(pk: UUID | None) -> Case | None:
    """The file, if whoever acts may see it: both walls stand before it."""
    user = who_acts()
    return cases_for(user).filter(pk=pk).first() if user and pk else None


def reference_of(pk: UUID | None) -> str:
    """For a sentence about it; a dash to whoever may not see it any more."""
    case = case_seen(pk)
    return case.reference if case else "—"


def behind_glass(reference: str) -> UUID | None:
    """The id of the case with exactly this reference, shared or not: to break glass and no more.

    The policy `glass` of the table reads the setting, which is emptied before the next question.
    """
    wanted = reference.strip().upper()
    _open_door(wanted)
    try:
        return _cases().filter(reference=wanted).values_list("pk", flat=True).first()
    finally:
        _open_door("")


def _open_door(reference: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('amparo.glass', %s, true)", [reference])


def case_with(case_id: UUID) -> Case:
    """A case by id inside an action, whose own rule has been checked."""
    return _cases().select_for_update().get(pk=case_id)


def person_of(case: Case, standing: Standing) -> Person | None:
    from amparo.cases.models import Person

    return Person.objects.visible_to(standing).filter(case=case).first()


def _cases() -> CaseQuerySet:
    from amparo.cases.models import Case

    return Case.objects.all()


def next_reference() -> str:
    """A letter first, so that the reference reads the same in right-to-left text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('cases_reference')")
        number = cursor.fetchone()[0]
    return f"A-{clock.now().year}-{number:05d}"


def state_before(case: Case, track: str) -> str:
    """Where the file stood on this track before its last step; "" for none."""
    from amparo.cases.models import Status

    last = Status.objects.of(case).filter(track=track).order_by("number").last()
    return last.before if last else ""


def way_of(case: Case) -> list[tuple[str, str]]:
    """Track and state of each step of the file, the oldest first."""
    from amparo.cases.models import Status

    return list(Status.objects.of(case).order_by("at", "number").values_list("track", "state"))


def closing_with(pk: UUID) -> Closing:
    from amparo.cases.models import Closing

    return Closing.objects.select_related("case").get(pk=pk)


def kinds_of(case: Case) -> frozenset[str]:
    """The tables in which a row of the file was ever written, of those that are noted."""
    from amparo.cases.models import WrittenKind

    return frozenset(WrittenKind.objects.filter(case=case).values_list("kind", flat=True))


def measures_taken(case: Case) -> set[str]:
    from amparo.cases.models import Measure

    return set(Measure.objects.of(case).values_list("kind", flat=True))


def shares_of(case: Case) -> list[Grant]:
    shared = grants().live().of_case(case.pk).select_related("unit")
    return list(shared.order_by("unit__name_en", "purpose"))


def awaits_its_file(screening: Screening) -> bool:
    from amparo.cases.machine import State

    opened = _cases().exclude(identification=State.SIGNAL)
    return not opened.filter(pk=screening.case_id).exists()


R = TypeVar("R", bound="OfCase")


def rows_of(model: type[R], case: Case) -> OfCaseQuerySet[R]:
    """The rows of one kind that were written about a case, with who wrote them."""
    rows: OfCaseQuerySet[R] = model.objects.all()  # type: ignore[assignment]  # of the subclass
    return rows.of(case).select_related("by")
