"""What is known of dossiers, and the units that investigate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.db import models

from amparo.access.policy import Act, Purpose, Standing
from amparo.access.queries import grants
from amparo.access.standing import standing_of
from amparo.people.queries import units

if TYPE_CHECKING:
    from amparo.access.models import Grant
    from amparo.cases.models import Case
    from amparo.justice.models import Dossier, OfDossier
    from amparo.people.models import Unit, User

M = TypeVar("M", bound=models.Model, covariant=True)


class ApartQuerySet(models.QuerySet[M]):
    """Rows that are shared for evidence alone: neither overseeing nor casework opens them."""

    case_field = "dossier_id"

    def visible_to(self, standing: Standing) -> Self:
        shared = grants().read_by(standing, Purpose.EVIDENCE).values("case_id")
        return self.filter(**{f"{self.case_field}__in": shared})


class DossierQuerySet(ApartQuerySet["Dossier"]):
    case_field = "pk"

    def newest_first(self) -> DossierQuerySet:
        return self.order_by("-at", "pk")


class OfDossierQuerySet(ApartQuerySet[M]):
    def of(self, dossier: Dossier) -> Self:
        return self.filter(dossier=dossier)

    def in_order(self) -> Self:
        return self.order_by("at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


R = TypeVar("R", bound="OfDossier")


def rows_of(model: type[R], dossier: Dossier) -> OfDossierQuerySet[R]:
    """The rows of one kind in a dossier, with who wrote them, the oldest first."""
    rows: OfDossierQuerySet[R] = model.objects.all()  # type: ignore[assignment]  # of the subclass
    return rows.of(dossier).select_related("by").in_order()


def dossier_with(case_id: UUID) -> Dossier:
    """A dossier by id inside an action, whose own rule has been checked."""
    from amparo.justice.models import Dossier

    return Dossier.objects.select_for_update().get(pk=case_id)


def dossiers_for(user: User) -> DossierQuerySet:
    from amparo.justice.models import Dossier

    return Dossier.objects.visible_to(standing_of(user))


def dossier_of(case: Case) -> Dossier | None:
    """As whoever works with the person sees it: that it was handed over, and when."""
    from amparo.justice.models import Dossier

    return Dossier.objects.filter(pk=case.pk).first()


def investigators_of(case: Case) -> list[Grant]:
    """The units that investigate now, the first one first."""
    shared = grants().live().of_case(case.pk).for_purpose(Purpose.EVIDENCE).with_unit()
    return list(shared.order_by("since", "pk"))


def investigating_units() -> list[Unit]:
    """Those with the mandate of the police or of the prosecutor."""
    from amparo.access.policy import MANDATES

    wanted = MANDATES[Act.SEE_DOSSIER]
    return [unit for unit in units().order_by("name_en") if wanted.intersection(unit.mandates)]
