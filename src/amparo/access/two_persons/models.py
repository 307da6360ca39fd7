import uuid
from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.two_persons.kinds import Kind, kind_of
from amparo.access.two_persons.queries import ProposalQuerySet
from amparo.design.parts import Row
from amparo.people.models import User


class Proposal(models.Model):
    """What somebody wants done and may not do alone: written once, its steps are rows beside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30)
    subject = models.UUIDField()
    case_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()

    objects = ProposalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "expires_at"])]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def deed(self) -> Kind:
        return kind_of(self)

    @property
    def sentence(self) -> str:
        """What will be done, for whoever is to say yes to it."""
        return self.deed.sentence(self)

    @property
    def rows(self) -> Sequence[Row]:
        """What whoever decides can look at first."""
        return self.deed.rows(self)


class ProposalStep(models.Model):
    """What became of a proposal. That it has expired is no row: the clock alone says so."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("waits for a second person")
        APPROVED = "approved", _("approved and done")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=State)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            # Of two who decide at once the second waits here for the first, and loses.
            models.UniqueConstraint(
                fields=["proposal"],
                condition=~models.Q(state="proposed"),
                name="decided_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.state}"
