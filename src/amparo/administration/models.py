import uuid

from django.db import models

from amparo.people.models import Unit, User


class RoleWanted(models.Model):
    """A place in a unit with a mandate, as somebody proposed it: what the second person decides."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)
