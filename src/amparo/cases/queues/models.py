"""Who was to carry a file in a unit, each time; and who carries it now."""

import uuid

from django.db import models

from amparo.cases.models import Case, OfCase
from amparo.cases.queues.queries import CarriedQuerySet
from amparo.people.models import Unit, User


class Assignment(OfCase):
    """From then on this person carries the file in this unit; nobody, where it was taken back.

    `batch`: what somebody assigned at once and can undo at once. `before`: what it replaced.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    batch = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["batch"], name="assigned_at_once")]


class Carried(models.Model):
    """The last assignment of a file in a unit, beside all of them: the queues read this alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="carried")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    last = models.OneToOneField(Assignment, models.PROTECT, related_name="stands")

    objects = CarriedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "unit"], name="carried_once_in_a_unit")
        ]
        indexes = [
            models.Index(
                fields=["unit", "to"], condition=~models.Q(to=None), name="carried_by_somebody"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
