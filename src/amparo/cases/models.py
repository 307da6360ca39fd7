import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.queries import CaseScoped
from amparo.cases.machine import State, Track
from amparo.cases.queries import (
    UNDER_WAY,
    CaseQuerySet,
    OfCaseQuerySet,
    PersonQuerySet,
)
from amparo.people.models import Unit, User
from amparo.screening.models import Screening
from amparo.vault.fields import SealedField

if TYPE_CHECKING:
    from amparo.cases.glance import Glance


class AgeStatus(models.TextChoices):
    ADULT = "adult", _("adult")
    CHILD = "child", _("child")
    NOT_SURE = "not_sure", _("age not sure")


class Case(models.Model):
    """One person's file. What is here in clear names nobody.

    `glance`: what was ever written in it, for whoever shows the whole of it and writes nothing.
    """

    glance: "Glance | None" = None

    id = models.UUIDField(primary_key=True, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    pseudonym = models.CharField(max_length=30)
    # None while a signal waits for its screening.
    screening = models.OneToOneField(Screening, models.PROTECT, null=True, related_name="case")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="opened_cases")
    opened_at = models.DateTimeField()
    region = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=1)
    age_status = models.CharField(max_length=8, choices=AgeStatus)
    languages = ArrayField(models.CharField(max_length=3), default=list)
    dependants = models.PositiveSmallIntegerField(default=0)
    forms = ArrayField(models.CharField(max_length=20), default=list)
    # The last status of each track, written in the transaction that writes the status row.
    identification = models.CharField(max_length=20, choices=State, blank=True)
    support = models.CharField(max_length=20, choices=State, blank=True)
    justice = models.CharField(max_length=20, choices=State, blank=True)
    residence = models.CharField(max_length=20, choices=State, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-opened_at", "id"], name="cases_newest"),
            models.Index(fields=["identification", "-opened_at"], name="cases_by_state"),
            models.Index(
                fields=["opened_at", "id"],
                condition=UNDER_WAY,
                name="cases_under_way",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def treated_as_child(self) -> bool:
        """Doubt is a child until an age decision (Council of Europe Convention, art. 10(3))."""
        return self.age_status != AgeStatus.ADULT


class OfCase(models.Model):
    """A row of a case that is written once: who, when, never changed.

    `noted`: the database notes the first row of each file, so that whoever shows a whole file asks
    only for what was ever written. Not where almost every file has rows, nor behind another wall.
    """

    noted: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="%(class)s_set")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)

    def in_words(self, text: str) -> str:
        """What whoever opens a sealed text of this row reads."""
        return text


class Status(OfCase):
    """One step on a track. Clocks and figures come from these rows (ADR 8)."""

    noted = False

    track = models.CharField(max_length=20, choices=Track)
    number = models.PositiveSmallIntegerField()
    before = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, choices=State)
    reason = models.CharField(max_length=40, blank=True)
    note = SealedField("case_status.note")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "track", "number"], name="one_step_at_a_time")
        ]


class WrittenKind(models.Model):
    """That a file has a row in a table: written by the database alone (cases.noting)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=63)

    objects = CaseScoped.as_manager()

    class Meta:
        indexes = [models.Index(fields=["case", "kind"], name="cases_written_kinds")]

    def __str__(self) -> str:
        return self.kind


class Signal(OfCase):
    """How the first sign of a possible victim came, and whether somebody was in danger then."""

    channel = models.CharField(max_length=20)
    danger = models.BooleanField()


class Person(models.Model):
    """Who the person is: the identity compartment, sealed column by column."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, models.PROTECT, related_name="person")
    given_name = SealedField("case_person.given_name")
    family_name = SealedField("case_person.family_name")
    other_names = SealedField("case_person.other_names")
    birth_date = SealedField("case_person.birth_date")
    document = SealedField("case_person.document")
    safe_contact = SealedField("case_person.safe_contact")
    # What another system's record says of the person and no field here holds, line by line.
    elsewhere = SealedField("case_person.elsewhere")
    # All names folded, and the year of birth: one value to open for each person looked through.
    sought = SealedField("case_person.sought")

    objects = PersonQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)


class Account(OfCase):
    """What somebody wrote down about what was seen, said or documented."""

    noted = False

    text = SealedField("case_account.text")


class Closing(OfCase):
    """What one person proposes and a second one decides: that a file closes, or opens again."""

    state = models.CharField(max_length=20, choices=State)
    reason = models.CharField(max_length=40)
    note = SealedField("case_closing.note")


class Measure(OfCase):
    """A protective step taken: guardian asked for, offence under coercion flagged, letter sent."""

    class Kind(models.TextChoices):
        GUARDIAN_REQUESTED = "guardian_requested", _("a guardian was asked for")
        GUARDIAN_APPOINTED = "guardian_appointed", _("a guardian was appointed")
        COERCION_FLAGGED = "coercion_flagged", _("an offence committed under coercion was flagged")
        LETTER_ISSUED = "letter_issued", _("the letter on non-punishment was issued")

    kind = models.CharField(max_length=30, choices=Kind)
    note = SealedField("case_measure.note")


from amparo.cases.attachments import models as attachments  # noqa: E402, F401  Django looks here
from amparo.cases.calendars import models as calendars  # noqa: E402, F401  Django looks here
from amparo.cases.child import models as child  # noqa: E402, F401  Django looks here
from amparo.cases.clocks import models as clocks  # noqa: E402, F401  Django looks here
from amparo.cases.consents import models as consents  # noqa: E402, F401  Django looks here
from amparo.cases.decisions import models as decisions  # noqa: E402, F401  Django looks here
from amparo.cases.finding import models as finding  # noqa: E402, F401  Django looks here
from amparo.cases.notices import models as notices  # noqa: E402, F401  Django looks here
from amparo.cases.notifications import models as notifications  # noqa: E402, F401  Django looks here
from amparo.cases.questions import models as questions  # noqa: E402, F401  Django looks here
from amparo.cases.queues import models as queues  # noqa: E402, F401  Django looks here
