from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from amparo.cases.clocks.queries import clocks_for

if TYPE_CHECKING:
    from amparo.cases.notices.models import Notice  # noqa: F401  named in a base class
    from amparo.people.models import User


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unseen(self) -> NoticeQuerySet:
        return self.filter(seen_at=None)

    def of_kind(self, kind: str) -> NoticeQuerySet:
        return self.filter(kind=kind)

    def clocks(self) -> list[UUID]:
        return list(self.values_list("clock", flat=True))

    def still_true(self, user: User) -> NoticeQuerySet:
        """Of clocks that tick, in files that are shared with this person still."""
        ticking = clocks_for(user).ticking().values("pk")
        return self.filter(clock__in=ticking)

    def newest_first(self) -> NoticeQuerySet:
        return self.select_related("clock__case").order_by("-at", "pk")


def notices_of(user: User) -> NoticeQuerySet:
    from amparo.cases.notices.models import Notice

    return Notice.objects.filter(to=user)
