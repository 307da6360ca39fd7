import uuid

from django.db import models

from amparo.access.log_exports.queries import LogExportQuerySet
from amparo.access.log_question import Question
from amparo.audit.queries import EntryQuerySet
from amparo.people.models import User


class LogExport(models.Model):
    """The question whose rows somebody asks for, and how many rows it found then.

    Rows written later than `at` are not in it, and never more than `rows` leave.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LogExportQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)

    @property
    def asked(self) -> Question:
        return Question.read(self.question)

    def found(self) -> EntryQuerySet:
        """What it asks for, the newest first."""
        return self.asked.rows().filter(at__lte=self.at).newest_first()
