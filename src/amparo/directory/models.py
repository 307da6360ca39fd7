import uuid
from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from amparo.directory.queries import (
    HoldQuerySet,
    LocationQuerySet,
    ServiceQuerySet,
    WhereaboutsQuerySet,
)
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import Named, Unit
from amparo.vault.fields import SealedField

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Service(Named):
    """What a unit offers and whom it takes (S0 ¶5; a profile of HSDS 3.1, docs/reference/hsds.md).

    `forms`: the forms of exploitation it is made for, `serves`: the regions it works for; empty,
    all of them. `not_asked`: what it may not ask of whoever comes. `asked_lately`: the offers of
    the last months that are answered or overdue; `in_time_lately`: those answered within the clock.
    """

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
    description_en = models.CharField(max_length=600, blank=True)
    description_fr = models.CharField(max_length=600, blank=True)
    forms = ArrayField(models.CharField(max_length=20), default=list)
    accessibility = ArrayField(models.CharField(max_length=20), default=list)
    not_asked = ArrayField(models.CharField(max_length=20), default=list)
    serves = ArrayField(models.CharField(max_length=20), default=list)
    confidential = models.BooleanField(default=False)
    capacity_unit = models.CharField(max_length=10, default="bed")
    places_total = models.PositiveSmallIntegerField(default=0)
    places_free = models.PositiveSmallIntegerField(default=0)
    places_updated_at = models.DateTimeField(null=True)
    asked_lately = models.PositiveSmallIntegerField(default=0)
    in_time_lately = models.PositiveSmallIntegerField(default=0)
    accredited_until = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    assurer = models.CharField(max_length=160, blank=True)
    active = models.BooleanField(default=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        constraints = [
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
        return self._said(self.hours_en, self.hours_fr)

    @property
    def description(self) -> str:
        return self._said(self.description_en, self.description_fr)

    def _said(self, english: str, french: str) -> str:
        return french if (get_language() or "en").startswith("fr") else english

    # Where the places held now were counted beside the row, and not by `with_held`.
    held_beside = 0

    @property
    def places_held(self) -> int:
        """How many of the free places are held now, where that was asked for."""
        return getattr(self, "held_now", self.held_beside)

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

    def is_open_at(self, moment: datetime) -> bool:
        """`moment` by the country's clock. Hours that nobody has entered are no hours."""
        if self.round_the_clock:
            return True
        return any(hours.covers(moment) for hours in self.schedules.all())


class Location(models.Model):
    """Where a service is (HSDS 3.1 location, address and service_at_location).

    Of a confidential one everybody knows the region and nothing more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="locations")
    unit_id = models.UUIDField()
    region = models.CharField(max_length=20)
    confidential = models.BooleanField(default=False)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=80, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = LocationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confidential=False)
                | Q(address="", city="", postal_code="", latitude=None, longitude=None),
                name="confidential_place_in_no_clear_column",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="location_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Whereabouts(models.Model):
    """Where a confidential place is, sealed under a key of its own.

    Row and key open to the unit that runs the service and to the units `known_to` names.
    """

    location = models.OneToOneField(
        Location, models.CASCADE, primary_key=True, related_name="whereabouts"
    )
    unit_id = models.UUIDField()
    sealed = SealedField("directory_whereabouts.sealed")
    known_to = ArrayField(models.UUIDField(), default=list)

    objects = WhereaboutsQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)


class Schedule(models.Model):
    """When a service is open: the same hours on these days of every week (RFC 5545, BYDAY).

    `closes_at` at or before `opens_at` is on the next day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="schedules")
    days = ArrayField(models.CharField(max_length=2))
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days__len__gt=0) & Q(days__contained_by=list(WEEK)),
                name="days_of_the_week",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def covers(self, moment: datetime) -> bool:
        """Whether it is open then by the clock of the country: by the hours of that day, or by
        those of the day before that go past midnight."""
        day, time = moment.date(), moment.time()
        past_midnight = self.closes_at <= self.opens_at
        if self._holds_on(day) and self.opens_at <= time:
            return past_midnight or time < self.closes_at
        return past_midnight and time < self.closes_at and self._holds_on(day - timedelta(days=1))

    def _holds_on(self, day: date) -> bool:
        return (
            WEEK[day.weekday()] in self.days
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


class Hold(models.Model):
    """Places kept for one who asked, until a moment or until they are let go.

    `holder`: the id of what asks; this room does not know what that is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="holds")
    holder = models.UUIDField()
    places = models.PositiveSmallIntegerField(default=1)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder"], condition=Q(ended_at=None), name="one_place_held_for_one"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="hold_of_a_place"),
        ]
        indexes = [
            models.Index(
                fields=["service", "until"], condition=Q(ended_at=None), name="places_held_now"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


from amparo.directory.coverage import models as coverage  # noqa: E402, F401  Django looks here
from amparo.directory.imports import models as imports  # noqa: E402, F401  Django looks here
from amparo.directory.reminders import models as reminders  # noqa: E402, F401  and here
