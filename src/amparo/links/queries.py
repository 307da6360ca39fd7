from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from amparo.access.policy import Act, Standing, may
from amparo.access.standing import is_allowed, standing_of
from amparo.access.two_persons.queries import waiting_for
from amparo.cases.finding.queries import persons_openable_by
from amparo.cases.models import Case, Person
from amparo.cases.queries import OfCaseQuerySet, cases_for, rows_of

if TYPE_CHECKING:
    from amparo.links.models import Distinct, Link, Looked, Merging
    from amparo.people.models import User

M = TypeVar("M", bound=models.Model, covariant=True)


class PairQuerySet(OfCaseQuerySet[M]):
    """Rows between two files."""

    def visible_to(self, standing: Standing) -> Self:
        """Only to whoever may see both."""
        seen = Case.objects.visible_to(standing).values("pk")
        return super().visible_to(standing).filter(other__in=seen)

    def about(self, case: Case) -> Self:
        return self.filter(Q(case=case) | Q(other=case))

    def between(self, case: Case, other: Case) -> Self:
        return self.about(case).filter(Q(case=other) | Q(other=other))


class MergingQuerySet(OfCaseQuerySet["Merging"]):
    def in_force(self) -> MergingQuerySet:
        """The last step that was decided, where it says that the file is continued elsewhere."""
        from amparo.links.models import Merging

        decided = self.filter(state__in=DECIDED)
        last = (
            Merging.objects.filter(case=models.OuterRef("case"), state__in=DECIDED)
            .order_by("-number")
            .values("number")[:1]
        )
        return decided.filter(state="merged", number=models.Subquery(last))


DECIDED = ("merged", "undone")
MERGE, UNDO = "merge_files", "undo_merge"


def mergings() -> MergingQuerySet:
    from amparo.links.models import Merging

    return Merging.objects.all()


def merging_of(case: Case) -> Merging | None:
    """What makes this file be continued in another one now: known to all who see this file.

    Nothing of the other file is read with it: not everybody may see that one.
    """
    return mergings().of(case).in_force().first()


def merged_into(case: Case) -> MergingQuerySet:
    """The files that are continued in this one now."""
    return mergings().filter(other=case).in_force().select_related("case")


def merged_files() -> models.QuerySet[Merging, UUID]:
    """For a sub-query: the files that are continued in another one now."""
    return mergings().in_force().values_list("case_id", flat=True)


def last_merging(case: Case) -> Merging | None:
    return mergings().of(case).order_by("number").last()


def waits_for_a_second(case: Case) -> Merging | None:
    """What was proposed about this file and nobody has decided yet."""
    last = last_merging(case)
    return last if last and any(waiting_for(kind, last.pk) for kind in (MERGE, UNDO)) else None


def merging_with(pk: UUID) -> Merging:
    return mergings().get(pk=pk)


def merging_seen(pk: UUID) -> Merging | None:
    """The same step, if whoever acts may see the file."""
    return mergings().filter(pk=pk).first()


def not_counted(cases: Iterable[UUID]) -> set[UUID]:
    """Of these files, those whose person is counted by another one."""
    return set(mergings().filter(case__in=list(cases)).in_force().values_list("case_id", flat=True))


def other_file(by: User, wanted: str | UUID, act: Act) -> Case | None:
    """The file with this reference or id, if `by` may do `act` on it: else it is not there."""
    field = "pk" if isinstance(wanted, UUID) else "reference"
    case = cases_for(by).filter(**{field: wanted}).first()
    return case if case and is_allowed(by, act, case.pk) else None


def links_of(case: Case, standing: Standing) -> list[Link]:
    """Those that hold, the newest first, as far as both files may be seen."""
    from amparo.links.models import Link

    rows = Link.objects.visible_to(standing).about(case).filter(end=None)
    return list(rows.select_related("case", "other", "by").newest_first())


def link_between(case: Case, other: Case, kind: str) -> Link | None:
    from amparo.links.models import Link

    return Link.objects.between(case, other).filter(end=None, kind=kind).first()


def link_with(pk: UUID, case: Case, by: User) -> Link | None:
    """A link of this file that holds, if `by` may see both files."""
    from amparo.links.models import Link

    rows = Link.objects.visible_to(standing_of(by)).about(case).filter(end=None, pk=pk)
    return rows.select_related("case", "other").first()


def told_apart(case: Case, standing: Standing) -> list[Distinct]:
    from amparo.links.models import Distinct

    rows = Distinct.objects.visible_to(standing).about(case)
    return list(rows.select_related("case", "other", "by").newest_first())


def known_apart(case: Case) -> set[UUID]:
    """Files that nobody shall be shown again as this person's."""
    from amparo.links.models import Distinct

    pairs = Distinct.objects.about(case).values_list("case_id", "other_id")
    return {pk for pair in pairs for pk in pair} - {case.pk}


def last_look(case: Case) -> Looked | None:
    from amparo.links.models import Looked

    return rows_of(Looked, case).newest_first().first()


def can_look(case: Case, standing: Standing) -> bool:
    """Whether a name is written in the file, and these may look for it elsewhere."""
    if not may(standing, Act.FIND_PERSON):
        return False
    return Person.objects.openable_to(standing).filter(case=case, sought__isnull=False).exists()


def persons_in_reach(by: User) -> models.QuerySet[Person]:
    """Whose names `by` may look through."""
    return persons_openable_by(by)
