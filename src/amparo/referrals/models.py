import uuid
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import AgeStatus, Case
from amparo.directory.models import Service
from amparo.people.models import Unit, User
from amparo.referrals.queries import NeedQuerySet, OfferQuerySet, OfferStatusQuerySet


class Urgency(models.TextChoices):
    TONIGHT = "tonight", _("tonight")
    DAYS = "days", _("in the coming days")
    WEEKS = "weeks", _("in the coming weeks")


class OfferState(models.TextChoices):
    """After the task states of HL7 FHIR: requested, accepted, rejected, cancelled."""

    OFFERED = "offered", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    RECALLED = "recalled", _("recalled")


class Wish(models.TextChoices):
    """The person's own word on a service; NOTHING takes an earlier one back."""

    WANTED = "wanted", _("The person asks for this one")
    UNWANTED = "unwanted", _("The person does not want this one")
    NOTHING = "nothing", _("Take the person's word back")


class Need(models.Model):
    """What one person needs of a service, in words that name nobody (S0 ¶5).

    `language_needed`: only a service that speaks one of the languages itself. `forms`: the forms of
    exploitation suspected, for the match alone: no service reads them. `wanted`, `unwanted`: the
    services that the person asks for, and those that they do not want.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="needs")
    kind = models.CharField(max_length=40)
    urgency = models.CharField(max_length=10, choices=Urgency)
    sex = models.CharField(max_length=1)
    age_status = models.CharField(max_length=8, choices=AgeStatus)
    languages = ArrayField(models.CharField(max_length=3), default=list)
    language_needed = models.BooleanField(default=False)
    dependants = models.PositiveSmallIntegerField(default=0)
    accessibility = ArrayField(models.CharField(max_length=20), default=list)
    forms = ArrayField(models.CharField(max_length=20), default=list)
    region = models.CharField(max_length=20)
    avoid_region = models.CharField(max_length=20, blank=True)
    wanted = ArrayField(models.UUIDField(), default=list)
    unwanted = ArrayField(models.UUIDField(), default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    met_at = models.DateTimeField(null=True)

    objects = NeedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "at"]),
            models.Index(fields=["at", "id"], condition=models.Q(met_at=None), name="needs_unmet"),
            models.Index(fields=["met_at"], name="needs_met"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def wish_for(self, service: UUID) -> Wish:
        if service in self.wanted:
            return Wish.WANTED
        return Wish.UNWANTED if service in self.unwanted else Wish.NOTHING


class Offer(models.Model):
    """A need put to a unit's service, without identity, to be answered by a moment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    need = models.ForeignKey(Need, models.PROTECT, related_name="offers")
    # The case and the unit stand here too: row-level security asks for both without a join.
    case_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="offers")
    service = models.ForeignKey(Service, models.PROTECT, related_name="offers")
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.OFFERED)
    at = models.DateTimeField()
    reply_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need", "service"],
                condition=models.Q(state="offered"),
                name="one_open_offer_per_service",
            ),
            models.UniqueConstraint(
                fields=["need"], condition=models.Q(state="accepted"), name="one_place_per_need"
            ),
        ]
        indexes = [models.Index(fields=["unit", "state", "reply_by"])]

    def __str__(self) -> str:
        return str(self.id)


class OfferStatus(models.Model):
    """One step of an offer, written once: who, when, why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="statuses")
    case_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=OfferState)
    reason = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfferStatusQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["case_id", "at"])]

    def __str__(self) -> str:
        return str(self.id)


from amparo.referrals.asking import models as asking  # noqa: E402, F401  Django looks here
