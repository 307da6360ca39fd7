from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from amparo.audit.models import Entry  # noqa: F401  named in a base class

OPENED = "opened"


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_case(self, case_id: UUID) -> EntryQuerySet:
        return self.filter(case_id=case_id)

    def openings(self) -> EntryQuerySet:
        """The rows that stand for a key unwrapped: somebody could read what was sealed."""
        return self.filter(action=OPENED)

    def keys_unwrapped(self) -> int:
        """As many as the key provider was asked for: N = N (security design, 4.3)."""
        return int(self.aggregate(n=models.Sum("keys", default=0))["n"])

    def newest_first(self) -> EntryQuerySet:
        return self.order_by("-at", "-id")

    def in_chain_order(self) -> EntryQuerySet:
        return self.order_by("lane", "sequence")


def entries() -> EntryQuerySet:
    from amparo.audit.models import Entry

    return Entry.objects.all()


def is_done(key: UUID) -> bool:
    """Whether a form with this key has been acted upon."""
    from amparo.audit.models import Receipt

    return Receipt.objects.filter(pk=key).exists()
