"""How services answer: counted by the database in one question, however many services there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import (
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    FilteredRelation,
    Q,
    Value,
)
from django.db.models.functions import Coalesce

from amparo.cases.counting import Median
from amparo.directory.models import Service
from amparo.directory.queries import ServiceQuerySet
from amparo.referrals.models import OfferState
from amparo.referrals.queries import OfferQuerySet

# A recall is no answer of the service.
ANSWERED = Q(state__in=(OfferState.ACCEPTED, OfferState.DECLINED))
TOOK = ExpressionWrapper(F("answered_at") - F("at"), output_field=DurationField())
HALF = Median(TOOK, filter=ANSWERED, output_field=DurationField())


@dataclass(frozen=True)
class Line:
    """What one service was asked and said in a period, and how full it is now.

    `late`: the clock ran out before the offer was answered or recalled, or has run out now.
    `half`: half of the answers took no longer. `reasons`: of declining, by code.
    """

    service: Service
    received: int = 0
    accepted: int = 0
    declined: int = 0
    recalled: int = 0
    late: int = 0
    half: timedelta | None = None
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def answered(self) -> int:
        return self.accepted + self.declined

    @property
    def waiting(self) -> int:
        return self.received - self.answered - self.recalled

    @property
    def taken(self) -> int:
        return self.service.places_total - self.service.places_free

    @property
    def load(self) -> float:
        """The share of places that is taken now; 0 for a service without places."""
        return self.taken / self.service.places_total if self.service.places_total else 0.0


def lines(services: ServiceQuerySet, offers: OfferQuerySet, now: datetime) -> list[Line]:
    """One for each of `services` that takes somebody or was asked, the slowest and fullest first.

    `offers`: those of the period; the caller's scope holds.
    """
    counted = _counted(offers, now)
    shown = [service for service in services if service.active or service.pk in counted]
    found = [_line(service, counted.get(service.pk, {})) for service in shown]
    return sorted(found, key=lambda line: (-line.late, -line.load, line.service.name))


def half_of_all(offers: OfferQuerySet, services: Iterable[Service]) -> timedelta | None:
    """Half of the answers of all of these services took no longer."""
    asked = offers.filter(service__in=list(services)).order_by()
    half: timedelta | None = asked.aggregate(half=HALF)["half"]
    return half


def _counted(offers: OfferQuerySet, now: datetime) -> dict[UUID, dict[str, Any]]:
    # An offer is declined once: joining that step adds no row.
    step = FilteredRelation("statuses", condition=Q(statuses__state=OfferState.DECLINED))
    rows = offers.alias(step=step, closed=Coalesce("answered_at", Value(now))).order_by()
    grouped = rows.values("service").annotate(
        received=Count("pk"),
        late=Count("pk", filter=Q(closed__gt=F("reply_by"))),
        half=HALF,
        reasons=ArrayAgg("step__reason", filter=Q(step__isnull=False), default=Value([])),
        **{
            str(state): Count("pk", filter=Q(state=state))
            for state in (OfferState.ACCEPTED, OfferState.DECLINED, OfferState.RECALLED)
        },
    )
    return {row["service"]: {**row} for row in grouped}


def _line(service: Service, counted: dict[str, Any]) -> Line:
    found = {**counted, "service": service, "reasons": Counter(counted.get("reasons", []))}
    return Line(**found)
