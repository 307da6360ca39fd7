from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps

from amparo.access.queries import CaseScoped
from amparo.access.standing import standing_of

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.people.models import User
    from amparo.referrals.asking.models import OfferQuestion


class OfferQuestionQuerySet(CaseScoped["OfferQuestion"]):
    def in_order(self) -> OfferQuestionQuerySet:
        return self.order_by("at", "code", "pk")

    def answered(self) -> OfferQuestionQuerySet:
        return self.exclude(answered_at=None)


def questions() -> OfferQuestionQuerySet:
    model: type[OfferQuestion] = apps.get_model("referrals", "OfferQuestion")
    return model.objects.all()


def questions_for(user: User) -> OfferQuestionQuerySet:
    """On cases that are shared with the user's units."""
    return questions().visible_to(standing_of(user)).select_related("offer__need")


def questions_of(case: Case) -> OfferQuestionQuerySet:
    """For the timeline of a case that the reader has come to already."""
    rows = questions().filter(case_id=case.pk).in_order()
    return rows.select_related("offer__service", "by", "answered_by")
