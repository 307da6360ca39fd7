from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from amparo.commitments.lineage.models import (
        Descent,
        Restatement,
    )
    from amparo.commitments.models import Ask, Document


class DescentQuerySet(models.QuerySet["Descent"]):
    def with_texts(self) -> DescentQuerySet:
        return self.select_related("earlier", "later", "by")

    def of(self, document: Document) -> DescentQuerySet:
        """Whichever side it stands on."""
        return self.with_texts().filter(Q(earlier=document) | Q(later=document))

    def between(self, one: Document, other: Document) -> Descent | None:
        return self.of(one).of(other).first()


class RestatementQuerySet(models.QuerySet["Restatement"]):
    def confirmed(self) -> RestatementQuerySet:
        return self.filter(refused=False)

    def refusals(self) -> RestatementQuerySet:
        return self.filter(refused=True)

    def about(self, asks: Iterable[Ask]) -> RestatementQuerySet:
        """Whichever side one of them stands on."""
        known = [ask.pk for ask in asks]
        return self.with_asks().filter(Q(earlier__in=known) | Q(later__in=known))

    def with_asks(self) -> RestatementQuerySet:
        return self.select_related("earlier__document", "later__document")

    def links(self) -> list[tuple[int, int]]:
        return list(self.values_list("earlier_id", "later_id"))


def descents() -> DescentQuerySet:
    model: type[Descent] = apps.get_model("commitments", "Descent")
    return model.objects.order_by("at", "pk")


def restatements() -> RestatementQuerySet:
    model: type[Restatement] = apps.get_model("commitments", "Restatement")
    return model.objects.order_by("at", "pk")


def restatement_of(one: Ask, other: Ask) -> Restatement | None:
    """What a person said of the two, whichever stands first."""
    pair = Q(earlier=one, later=other) | Q(earlier=other, later=one)
    return restatements().filter(pair).first()
