from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.machine import State, Track, states_of
from amparo.justice.models.shared import Shared
from amparo.vault.fields import SealedField

STAGES = [(state, State(state).label) for state in states_of(Track.JUSTICE)]


class Proceeding(Shared):
    """What an office was told of, and for which offences, linked ones among them (S1 ¶9).

    The number of the office's own file leads to names there: it is sealed.
    """

    office = models.CharField(max_length=30)
    offences = ArrayField(models.CharField(max_length=30))
    day = models.DateField()
    number = SealedField("justice_proceeding.number")


class Stage(Shared):
    """A step of one proceeding, on its day; `ground` says why it was dropped."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=20, choices=STAGES)
    day = models.DateField()
    ground = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proceeding", "number"], name="one_stage_at_a_time"),
            models.CheckConstraint(
                condition=~Q(stage="dropped") | ~Q(ground=""), name="dropped_for_a_reason"
            ),
        ]


class DropTold(Shared):
    """The person was told that it was dropped, and that they may ask for a review (Directive
    2012/29/EU, articles 6 and 11)."""

    stage = models.OneToOneField(Stage, models.PROTECT, related_name="told")
    day = models.DateField()
    language = models.CharField(max_length=3)
    how = models.CharField(max_length=20)
    asks_review = models.BooleanField()


class Hearing(Shared):
    """A day on which the person is to be heard, and what is to protect them then.

    Council of Europe Convention, article 30; Directive 2012/29/EU, articles 23 and 24.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="hearings")
    kind = models.CharField(max_length=30)
    day = models.DateField()
    measures = ArrayField(models.CharField(max_length=30), default=list)
    interpreter = models.CharField(max_length=3, blank=True)
    guardian = models.BooleanField()


class HearingEnd(Shared):
    """How it went, and which of the measures were really there."""

    class Outcome(models.TextChoices):
        HELD = "held", _("it took place")
        POSTPONED = "postponed", _("it was put off")
        CANCELLED = "cancelled", _("it did not take place")

    hearing = models.OneToOneField(Hearing, models.PROTECT, related_name="end")
    outcome = models.CharField(max_length=9, choices=Outcome)
    measures = ArrayField(models.CharField(max_length=30), default=list)


class Preparation(Shared):
    """One thing that was done before a hearing, so that the person comes to it ready and safe."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="preparations")
    what = models.CharField(max_length=30)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hearing", "what"], name="prepared_once")]


class Judgment(Shared):
    """What a court said of one offence. It names no offender."""

    class Result(models.TextChoices):
        CONVICTED = "convicted", _("convicted")
        ACQUITTED = "acquitted", _("acquitted")
        OTHER = "other", _("ended without a finding")

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="judgments")
    day = models.DateField()
    offence = models.CharField(max_length=30)
    result = models.CharField(max_length=9, choices=Result)
    penalty_months = models.PositiveSmallIntegerField(null=True)
    confiscation = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result="convicted") | Q(penalty_months=None, confiscation=False),
                name="no_penalty_without_a_conviction",
            )
        ]


class Protection(Shared):
    """A measure that keeps the person, their family or a witness from reprisals (S1 ¶11)."""

    class Whom(models.TextChoices):
        PERSON = "person", _("the person")
        FAMILY = "family", _("their family")
        WITNESS = "witness", _("another witness")

    whom = models.CharField(max_length=7, choices=Whom)
    kind = models.CharField(max_length=30)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")),
                name="protected_until_after_it_began",
            )
        ]


class ProtectionEnd(Shared):
    """The measure ended, on this day."""

    protection = models.OneToOneField(Protection, models.PROTECT, related_name="end")
    day = models.DateField()
    reason = models.CharField(max_length=30)
