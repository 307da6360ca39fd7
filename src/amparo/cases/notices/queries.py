from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Q

from amparo.cases.clocks.queries import clocks_for
from amparo.cases.queues.queries import CarriedQuerySet, carried_by_me

if TYPE_CHECKING:
    from amparo.cases.notices.models import Notice
    from amparo.people.models import User


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unseen(self) -> NoticeQuerySet:
        return self.filter(seen_at=None)

    def of_kind(self, kind: str) -> NoticeQuerySet:
        return self.filter(kind=kind)

    def of_clocks(self) -> NoticeQuerySet:
        return self.exclude(clock=None)

    def batches(self) -> models.QuerySet[Notice, UUID | None]:
        return self.exclude(batch=None).values_list("batch", flat=True)

    def clocks(self) -> list[UUID]:
        return list(self.values_list("clock", flat=True))

    def still_true(self, user: User) -> NoticeQuerySet:
        """Of clocks that tick and files still carried, as far as they are shared still."""
        ticking = clocks_for(user).ticking().values("pk")
        carried = carried_by_me(user).values("last__batch")
        return self.filter(Q(clock__in=ticking) | Q(batch__in=carried))

    def newest_first(self) -> NoticeQuerySet:
        return self.select_related("clock__case").order_by("-at", "pk")


def notices_of(user: User) -> NoticeQuerySet:
    from amparo.cases.notices.models import Notice

    return Notice.objects.filter(to=user)


def new_files(user: User) -> CarriedQuerySet:
    """The files carried that somebody else assigned, and that were not seen yet."""
    unseen = notices_of(user).unseen().batches()
    return carried_by_me(user).filter(last__batch__in=unseen)


def new_files_of(user: User, cases: Iterable[UUID]) -> set[UUID]:
    """Which of these files are new to this person."""
    return set(new_files(user).of_cases(cases).cases())
