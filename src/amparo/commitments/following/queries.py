from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery

if TYPE_CHECKING:
    from amparo.commitments.following.models import (
        Action,
        Bond,
        Charge,
        Evidence,
        Institution,
        Progress,
        Sending,
        Step,
    )
    from amparo.commitments.models import Ask


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def live(self) -> InstitutionQuerySet:
        return self.filter(ended_at=None)

    def with_counts(self) -> InstitutionQuerySet:
        """Adds `charged`, for how many asks it answers today, and `acting`, how many actions."""
        charged = Count("charges", filter=Q(charges__ended_at=None), distinct=True)
        return self.annotate(charged=charged, acting=Count("actions", distinct=True))


class BondQuerySet(models.QuerySet["Bond"]):
    def of(self, instrument: str) -> BondQuerySet:
        return self.filter(instrument=instrument).select_related("by")

    def by_instrument(self) -> dict[str, Bond]:
        """What counts of each instrument, by its code."""
        return {row.instrument: row for row in self}


class ChargeQuerySet(models.QuerySet["Charge"]):
    def live(self) -> ChargeQuerySet:
        return self.filter(ended_at=None).select_related("institution")

    def by_ask(self, asks: Iterable[Ask]) -> dict[int, Charge]:
        return {row.ask_id: row for row in self.live().filter(ask__in=list(asks))}

    def at(self, moment: datetime) -> ChargeQuerySet:
        """Those that were live then."""
        began = self.filter(at__lte=moment).select_related("institution")
        return began.filter(Q(ended_at=None) | Q(ended_at__gt=moment))


class ProgressQuerySet(models.QuerySet["Progress"]):
    def by_ask(self, asks: Iterable[Ask]) -> dict[int, list[Progress]]:
        """All that was said of each, the latest first."""
        found: dict[int, list[Progress]] = {}
        for row in self.filter(ask__in=list(asks)).select_related("by").reverse():
            found.setdefault(row.ask_id, []).append(row)
        return found


class ActionQuerySet(models.QuerySet["Action"]):
    def with_state(self, at: datetime | None = None) -> ActionQuerySet:
        """Adds `state`, as of the latest step, or the latest at that moment."""
        latest = steps().filter(action=OuterRef("pk")).order_by("-at", "-pk")
        latest = latest.filter(at__lte=at) if at else latest
        found = self.annotate(state=Subquery(latest.values("state")[:1]))
        return found.select_related("institution")

    def in_state(self, state: str) -> ActionQuerySet:
        return self.with_state().filter(Q(state=state))

    def with_asks(self) -> ActionQuerySet:
        from amparo.commitments.queries import asks

        return self.prefetch_related(Prefetch("asks", asks()))

    def by_ask(self, asks: Iterable[Ask], at: datetime | None = None) -> dict[int, list[Action]]:
        found: dict[int, list[Action]] = {}
        wanted = {ask.pk for ask in asks}
        rows = self.filter(asks__in=wanted).distinct().with_state(at).prefetch_related("answers")
        for row in rows:
            for ask in wanted & {answer.ask_id for answer in row.answers.all()}:
                found.setdefault(ask, []).append(row)
        return found


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def live(self) -> EvidenceQuerySet:
        return self.filter(withdrawn_at=None)

    def at(self, moment: datetime) -> EvidenceQuerySet:
        """What stood then, whatever was withdrawn since."""
        return self.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=moment), at__lte=moment)

    def shown(self) -> EvidenceQuerySet:
        """Without the bytes of a file, which are read only when it is taken."""
        return self.defer("content").select_related("by")

    def by_ask(self, asks: Iterable[Ask]) -> dict[int, list[Evidence]]:
        found: dict[int, list[Evidence]] = {}
        for row in self.shown().filter(ask__in=list(asks)):
            found.setdefault(row.ask_id or 0, []).append(row)
        return found


class SendingQuerySet(models.QuerySet["Sending"]):
    def standing(self) -> SendingQuerySet:
        """Without what was noted by mistake."""
        return self.filter(unsent=None)

    def by_ask(self, asks: Iterable[Ask]) -> dict[int, list[Sending]]:
        found: dict[int, list[Sending]] = {}
        for row in self.standing().filter(ask__in=list(asks)).select_related("by"):
            found.setdefault(row.ask_id, []).append(row)
        return found


def institutions() -> InstitutionQuerySet:
    model: type[Institution] = apps.get_model("commitments", "Institution")
    return model.objects.select_related("unit").order_by("name_en")


def bonds() -> BondQuerySet:
    model: type[Bond] = apps.get_model("commitments", "Bond")
    return model.objects.order_by("at", "pk")


def charges() -> ChargeQuerySet:
    model: type[Charge] = apps.get_model("commitments", "Charge")
    return model.objects.order_by("at", "pk")


def progress() -> ProgressQuerySet:
    model: type[Progress] = apps.get_model("commitments", "Progress")
    return model.objects.order_by("at", "pk")


def actions() -> ActionQuerySet:
    model: type[Action] = apps.get_model("commitments", "Action")
    return model.objects.order_by("-at", "pk")


def steps() -> models.QuerySet[Step]:
    model: type[Step] = apps.get_model("commitments", "Step")
    return model._default_manager.select_related("by").order_by("at", "pk")


def evidence() -> EvidenceQuerySet:
    model: type[Evidence] = apps.get_model("commitments", "Evidence")
    return model.objects.order_by("at", "pk")


def sendings() -> SendingQuerySet:
    model: type[Sending] = apps.get_model("commitments", "Sending")
    return model.objects.order_by("sent_on", "at")


def institution_of(ask: Ask) -> Institution | None:
    """Who answers for it today."""
    charge = charges().live().filter(ask=ask).first()
    return charge.institution if charge else None


def institutions_of(units: Iterable[UUID]) -> InstitutionQuerySet:
    """Those that work here as one of these units."""
    return institutions().live().filter(unit__in=list(units))
