import uuid

from django.db import models

from amparo.people.models import Unit, User
from amparo.screening.queries import ScreeningQuerySet


class Screening(models.Model):
    """What a first responder saw, heard or read; the file it may become bears `case_id` (S0 ¶5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="screenings")
    by = models.ForeignKey(User, models.PROTECT, related_name="screenings")
    questionnaire_version = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    result = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["by", "-started_at"])]

    def __str__(self) -> str:
        return str(self.id)
