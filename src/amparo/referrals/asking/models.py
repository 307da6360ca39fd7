import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.people.models import Unit, User
from amparo.referrals.asking.queries import OfferQuestionQuerySet


class Answer(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_KNOWN = "not_known", _("Not known")


class OfferQuestion(models.Model):
    """What a unit asks back about an offer, from a list, and what it is told.

    No free text: a sentence could say who somebody is. Asked once and answered once; the database
    lets nothing else change, but that the answer goes with its file (migration 0008).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey("referrals.Offer", models.PROTECT, related_name="questions")
    # As with an offer: row-level security asks for both without a join.
    case_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)

    objects = OfferQuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "code"], name="asked_once_of_an_offer"),
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answered_by=None, answer="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_has_its_author",
            ),
            models.CheckConstraint(
                condition=models.Q(answer__in=["", *Answer.values]), name="an_answer_of_three"
            ),
        ]
        indexes = [models.Index(fields=["case_id", "at"])]

    def __str__(self) -> str:
        return str(self.id)
