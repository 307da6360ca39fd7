from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from amparo.access.policy import recipient_of
from amparo.access.queries import BOTH, bases, grants
from amparo.cases.queries import OfCaseQuerySet
from amparo.people.country import today
from amparo.people.queries import units

if TYPE_CHECKING:
    from amparo.cases.consents.models import Consent, LegalGround  # noqa: F401  named in base classes
    from amparo.cases.models import Case
    from amparo.people.models import Unit


class ConsentQuerySet(OfCaseQuerySet["Consent"]):
    def live(self, today: date) -> ConsentQuerySet:
        return self.filter(Q(until=None) | Q(until__gte=today), withdrawal=None)

    def counting(self) -> ConsentQuerySet:
        """Those that something may be shared under: of a child, the guardian's."""
        return self.filter(pk__in=bases().values("pk"))


def consents_of(case: Case) -> ConsentQuerySet:
    from amparo.cases.consents.models import Consent

    return Consent.objects.of(case).in_order()


def live_consents(case: Case) -> ConsentQuerySet:
    return consents_of(case).live(today())


def grounds_of(case: Case) -> OfCaseQuerySet[LegalGround]:
    from amparo.cases.consents.models import LegalGround

    return LegalGround.objects.of(case).filter(ending=None).in_order()


def covered_purposes(case: Case) -> set[str]:
    """The purposes for which a live consent or a legal ground stands now."""
    live = bases().live().of_case(case.pk).values_list("purpose", "recipients")
    return {purpose for purpose, recipients in live if recipients in (recipient_of(purpose), BOTH)}


def units_closed_at(case_id: UUID, moment: datetime) -> list[Unit]:
    """The units that a consent's end at this very moment has shut out, by name."""
    shared = grants().of_case(case_id)
    return list(
        units()
        .filter(pk__in=shared.filter(until=moment).values("unit"))
        .exclude(pk__in=shared.live().values("unit"))
    )
