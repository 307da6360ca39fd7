import uuid
from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from amparo.directory.queries import HoldQuerySet, ServiceQuerySet
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import Named, Unit


class Service(Named):
    """What a unit offers and whom it takes (S0 ¶5; shaped after HSDS 3.1 service and capacity)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="services")
    kind = models.CharField(max_length=40)
    region = models.CharField(max_length=20)
    sexes = ArrayField(models.CharField(max_length=1))
    age_min = models.PositiveSmallIntegerField(default=0)
    age_max = models.PositiveSmallIntegerField(default=120)
    languages = ArrayField(models.CharField(max_length=3), default=list)
    dependants = models.BooleanField(default=False)
    round_the_clock = models.BooleanField(default=False)
    hours_en = models.CharField(max_length=160, blank=True)
    hours_fr = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    confidential = models.BooleanField(default=False)
    address = models.CharField(max_length=200, blank=True)
    places_total = models.PositiveSmallIntegerField(default=0)
    places_free = models.PositiveSmallIntegerField(default=0)
    places_updated_at = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confidential=False) | Q(address=""),
                name="confidential_service_has_no_address",
            ),
            models.CheckConstraint(
                condition=Q(places_free__lte=F("places_total")), name="no_more_free_than_places"
            ),
            models.CheckConstraint(
                condition=Q(age_min__lte=F("age_max")), name="service_ages_in_order"
            ),
        ]
        indexes = [models.Index(fields=["kind", "region"])]

    @property
    def hours(self) -> str:
        french = (get_language() or "en").startswith("fr")
        return self.hours_fr if french else self.hours_en

    @property
    def places_held(self) -> int:
        """How many of the free places are held now, where the rows were asked `with_held`."""
        return getattr(self, "held_now", 0)

    @property
    def places_open(self) -> int:
        """Free, and held for nobody."""
        return max(0, self.places_free - self.places_held)

    @property
    def is_stale(self) -> bool:
        return self.is_stale_at(clock.now())

    def is_stale_at(self, now: datetime) -> bool:
        """Whether nobody has said for too long how many places are free."""
        fresh = timedelta(hours=country().clocks["places_fresh"].amount)
        return self.places_updated_at is None or self.places_updated_at + fresh < now


class Hold(models.Model):
    """A place kept for one who asked, until a moment or until it is let go.

    `holder`: the id of what asks; this room does not know what that is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="holds")
    holder = models.UUIDField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder"], condition=Q(ended_at=None), name="one_place_held_for_one"
            )
        ]
        indexes = [
            models.Index(
                fields=["service", "until"], condition=Q(ended_at=None), name="places_held_now"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
