import uuid

from django.db import models

from amparo.cases.notifications.queries import NotificationQuerySet


class Notification(models.Model):
    """One adult who was noticed and refused: five codes and a year, no file, no day, no author.

    Rows have no order of writing, so that none can be laid beside a status of the same moment.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField()
    sex = models.CharField(max_length=1)
    age = models.CharField(max_length=8)
    region = models.CharField(max_length=20, blank=True)
    form = models.CharField(max_length=20)
    reason = models.CharField(max_length=40)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        constraints = [
            # A child, or a person whose age is not sure, is always referred.
            models.CheckConstraint(condition=models.Q(age="adult"), name="notified_of_adults_alone")
        ]
        indexes = [models.Index(fields=["year", "form"], name="notifications_by_year")]

    def __str__(self) -> str:
        return str(self.id)
