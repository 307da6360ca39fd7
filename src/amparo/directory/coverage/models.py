import uuid

from django.db import models

from amparo.directory.coverage.queries import CoverageDayQuerySet


class CoverageDay(models.Model):
    """What stood in a region on a day of one kind of service, kept to be laid beside later days.

    `language`: of those services alone that speak it, and then only where there was one; "" for all
    of them, where every kind and region of that day has its row, also those with nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    on = models.DateField()
    kind = models.CharField(max_length=40)
    region = models.CharField(max_length=20)
    language = models.CharField(max_length=3, blank=True)
    services = models.PositiveIntegerField(default=0)
    places = models.PositiveIntegerField(default=0)
    free = models.PositiveIntegerField(default=0)

    objects = CoverageDayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["on", "kind", "region", "language"], name="kept_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
