from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from amparo.access.policy import Act, Purpose, Standing, units_for
from amparo.access.queries import CaseScoped, grants
from amparo.access.standing import standing_of
from amparo.directory.queries import every_service
from amparo.methods import clock
from amparo.referrals.asking.queries import questions

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.people.models import User
    from amparo.referrals.models import Need, Offer, OfferStatus


class NeedQuerySet(CaseScoped["Need"]):
    def of(self, case: Case) -> NeedQuerySet:
        return self.filter(case=case)

    def of_kind(self, kind: str) -> NeedQuerySet:
        return self.filter(kind=kind)

    def in_region(self, region: str) -> NeedQuerySet:
        return self.filter(region=region)

    def recorded_since(self, moment: datetime) -> NeedQuerySet:
        return self.filter(at__gte=moment)

    def in_language(self, language: str) -> NeedQuerySet:
        return self.filter(languages__contains=[language])

    def of_adults(self, sex: str) -> NeedQuerySet:
        return self.filter(sex=sex, age_status="adult")

    def of_children(self) -> NeedQuerySet:
        """Those too whose age is not sure."""
        return self.exclude(age_status="adult")

    def with_dependants(self) -> NeedQuerySet:
        return self.filter(dependants__gt=0)

    def unmet(self) -> NeedQuerySet:
        """Still without a place, on a case whose support has not ended."""
        return self.filter(met_at=None).exclude(case__support="ended")

    def unasked(self) -> NeedQuerySet:
        return self.unmet().exclude(Exists(_offers().filter(need=OuterRef("pk"))))

    def waiting(self) -> NeedQuerySet:
        return self.unmet().filter(Exists(_offers().open().filter(need=OuterRef("pk"))))

    def refused(self) -> NeedQuerySet:
        """Every service asked so far said no, or was asked no longer."""
        asked, open_ = _offers(), _offers().open()
        return self.unmet().filter(
            Exists(asked.filter(need=OuterRef("pk"))), ~Exists(open_.filter(need=OuterRef("pk")))
        )

    def met_since(self, moment: datetime) -> NeedQuerySet:
        return self.filter(met_at__gte=moment)

    def newest_first(self) -> NeedQuerySet:
        return self.select_related("case").order_by("-at", "pk")

    def oldest_first(self) -> NeedQuerySet:
        return self.select_related("case").order_by("at", "pk")

    def with_offers(self) -> NeedQuerySet:
        return self.prefetch_related(Prefetch("offers", _offers().with_parts().newest_first()))


class OfferQuerySet(CaseScoped["Offer"]):
    def put_to(self, standing: Standing) -> OfferQuerySet:
        """What waits on a provider's desk: offers to one of the units, whatever the case."""
        return self.filter(unit__in=standing.units)

    def open(self) -> OfferQuerySet:
        return self.filter(state="offered")

    def late(self, now: datetime) -> OfferQuerySet:
        return self.open().filter(reply_by__lt=now)

    def made_since(self, moment: datetime) -> OfferQuerySet:
        return self.filter(at__gte=moment)

    def put_to_service(self, service: UUID) -> OfferQuerySet:
        return self.filter(service=service)

    def answers_since(self, moment: datetime) -> tuple[int, int]:
        """Of the offers made since then, how many were answered or are overdue, and how many were
        answered within their clock. One recalled in time asked for nothing any more."""
        now = clock.now()
        late = Q(answered_at__gt=F("reply_by")) | Q(answered_at=None, reply_by__lt=now)
        in_time = Q(state__in=["accepted", "declined"], answered_at__lte=F("reply_by"))
        made = self.filter(at__gte=moment)
        counted = made.aggregate(late=Count("pk", filter=late), good=Count("pk", filter=in_time))
        return counted["late"] + counted["good"], counted["good"]

    def answered(self) -> OfferQuerySet:
        return self.exclude(state="offered")

    def soonest_first(self) -> OfferQuerySet:
        return self.with_parts().order_by("reply_by", "pk")

    def newest_first(self) -> OfferQuerySet:
        return self.order_by("-at", "pk")

    def last_answered_first(self) -> OfferQuerySet:
        return self.with_parts().order_by("-answered_at", "pk")

    def with_parts(self) -> OfferQuerySet:
        return self.select_related("need").prefetch_related(
            Prefetch("service", every_service()),
            Prefetch("statuses", _statuses().in_order()),
            Prefetch("questions", questions().in_order()),
        )


class OfferStatusQuerySet(CaseScoped["OfferStatus"]):
    def in_order(self) -> OfferStatusQuerySet:
        return self.order_by("at", "pk")


def needs_for(user: User) -> NeedQuerySet:
    return _needs().visible_to(standing_of(user))


def offers_for(user: User) -> OfferQuerySet:
    """Offers on cases that are shared with the user's units."""
    return _offers().visible_to(standing_of(user))


def desk_of(user: User) -> OfferQuerySet:
    return _offers().put_to(standing_of(user))


def needs_of(case: Case) -> NeedQuerySet:
    """For the timeline of a case that the reader has come to already."""
    return _needs().of(case)


def steps_of(case: Case) -> OfferStatusQuerySet:
    """Every step of every offer of a case that the reader has come to already, oldest first."""
    steps = _statuses().filter(case_id=case.pk).in_order()
    return steps.select_related("offer__service", "unit", "by")


def where_a_place_may_be_sought(user: User, cases: set[UUID]) -> frozenset[UUID]:
    """Of these, the cases where this person may do it, asked for all of them at once."""
    standing = standing_of(user)
    if standing.oversees:
        return frozenset(cases)
    units = units_for(standing, Act.FIND_PLACE)
    held = grants().live().for_purpose(Purpose.CASEWORK).filter(unit__in=units, case_id__in=cases)
    return frozenset(held.values_list("case_id", flat=True)) | (standing.glass & cases)


def _needs() -> NeedQuerySet:
    model: type[Need] = apps.get_model("referrals", "Need")  # the model names this class
    return model.objects.all()


def _offers() -> OfferQuerySet:
    model: type[Offer] = apps.get_model("referrals", "Offer")
    return model.objects.all()


def _statuses() -> OfferStatusQuerySet:
    model: type[OfferStatus] = apps.get_model("referrals", "OfferStatus")
    return model.objects.all()
