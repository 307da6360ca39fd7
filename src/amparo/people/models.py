import uuid

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amparo.people.queries import MembershipQuerySet, UnitQuerySet, UserManager


class Mandate(models.TextChoices):
    """What a unit is there for; from it follows what its people may do (S0 ¶4, ¶5)."""

    FIRST_RESPONDER = "first_responder", _("first responder")
    COMPETENT_AUTHORITY = "competent_authority", _("competent authority")
    COORDINATOR = "coordinator", _("coordinator")
    CASE_MANAGEMENT = "case_management", _("case management")
    SERVICE_PROVIDER = "service_provider", _("service provider")
    LAW_ENFORCEMENT = "law_enforcement", _("law enforcement")
    PROSECUTION = "prosecution", _("prosecution")
    RAPPORTEUR = "rapporteur", _("national rapporteur")
    DATA_PROTECTION = "data_protection", _("data protection")
    ADMINISTRATION = "administration", _("administration of accounts")


class Named(models.Model):
    """A name in the two languages of the interface."""

    name_en = models.CharField(max_length=160)
    name_fr = models.CharField(max_length=160)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        french = (get_language() or "en").startswith("fr")
        return self.name_fr if french else self.name_en


class Organisation(Named):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=40)
    region = models.CharField(max_length=20, blank=True)


class Unit(Named):
    """What a case is shared with, and what a need is offered to: never a single person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    slug = models.SlugField(max_length=80, unique=True)
    mandates = ArrayField(models.CharField(max_length=24, choices=Mandate), default=list)
    region = models.CharField(max_length=20, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            # Who keeps the accounts reads nothing: the unit has this mandate alone.
            models.CheckConstraint(
                condition=~models.Q(mandates__contains=[Mandate.ADMINISTRATION])
                | models.Q(mandates__len=1),
                name="administration_is_alone",
            )
        ]


class User(AbstractBaseUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    title_en = models.CharField(max_length=120, blank=True)
    title_fr = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    # Whoever made the account may not have it say the second yes to their own proposals.
    invited_by = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["given_name", "family_name"]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def title(self) -> str:
        french = (get_language() or "en").startswith("fr")
        return self.title_fr if french else self.title_en


class Membership(models.Model):
    """Someone's place in a unit, from a day and perhaps until one: what gives them any right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    # A day ends at midnight; what is taken away ends now.
    ended_at = models.DateTimeField(null=True, editable=False)
    granted_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
