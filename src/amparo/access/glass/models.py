import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.glass.queries import AlertQuerySet, GlassQuerySet
from amparo.people.models import Unit, User


class Glass(models.Model):
    """One opening in an emergency: ids and moments only, for the wall itself reads it.

    The database sets both moments by its own clock, whatever the product sends.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="glasses")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    objects = GlassQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)

    @property
    def mark(self) -> str:
        """What two people call it who may not both know the file's reference."""
        return f"G-{self.id.hex[:6].upper()}"


class GlassReason(models.Model):
    """What whoever opened typed, for the bureau, data protection and themselves."""

    glass = models.OneToOneField(Glass, models.PROTECT, related_name="reason")
    case_id = models.UUIDField()
    text = models.CharField(max_length=500)

    def __str__(self) -> str:
        return str(self.glass_id)


class GlassReview(models.Model):
    """What data protection found. Not justified closes the glass at once, were it still open."""

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", _("justified")
        NOT_JUSTIFIED = "not_justified", _("not justified")

    glass = models.OneToOneField(Glass, models.PROTECT, related_name="review")
    outcome = models.CharField(max_length=13, choices=Outcome)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.glass_id}: {self.outcome}"


class Alert(models.Model):
    """Somebody of the bureau or of data protection, told of an opening as it happened."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    glass = models.ForeignKey(Glass, models.PROTECT, related_name="alerts")
    to = models.ForeignKey(User, models.PROTECT, related_name="alerts")

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["glass", "to"], name="told_once")]

    def __str__(self) -> str:
        return str(self.id)
