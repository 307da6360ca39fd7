import uuid

from django.db import models

from amparo.access.log_exports.queries import LogExportQuerySet
from amparo.people.models import User


class LogExport(models.Model):
    """The question whose rows somebody asks for: rows written later than `at` are not in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LogExportQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)
