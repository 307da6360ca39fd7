"""What is done about an ask: by whom, with what to show for it, and what was sent when."""

import uuid
from typing import TYPE_CHECKING, cast

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.commitments.following.queries import (
    ActionQuerySet,
    BondQuerySet,
    ChargeQuerySet,
    EvidenceQuerySet,
    InstitutionQuerySet,
    ProgressQuerySet,
    SendingQuerySet,
)
from amparo.people.models import Named, Unit, User

if TYPE_CHECKING:
    from amparo.commitments.models import Ask


class Row(models.Model):
    """Who said it, and when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Institution(Named):
    """A ministry, an office or a court that answers for an ask; `unit` if it works here too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name_en"], condition=Q(ended_at=None), name="one_institution_of_a_name"
            )
        ]


class Bond(Row):
    """What the country says of an instrument that binds its Parties; the latest row counts."""

    class Kind(models.TextChoices):
        PARTY = "party", _("Party")
        SIGNED = "signed", _("signed, not Party")
        NONE = "none", _("not Party")

    instrument = models.CharField(max_length=40)
    kind = models.CharField(max_length=6, choices=Kind)
    signed_on = models.DateField(null=True)
    bound_on = models.DateField(null=True)
    in_force_on = models.DateField(null=True)
    reservations = models.TextField(blank=True)
    law = models.TextField(blank=True)

    objects = BondQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="party") | Q(bound_on=None), name="only_a_party_is_bound"
            )
        ]


class Charge(Row):
    """That an institution answers for an ask, from then until another does."""

    ask = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="charges")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="charges")
    ended_at = models.DateTimeField(null=True)

    objects = ChargeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ask"], condition=Q(ended_at=None), name="one_in_charge_of_an_ask"
            )
        ]


class Progress(Row):
    """Where an ask stands; the latest row counts."""

    class State(models.TextChoices):
        OPEN = "open", _("not begun")
        UNDER_WAY = "under_way", _("under way")
        STANDING = "standing", _("answered, and kept up")
        DONE = "done", _("answered")
        NOT_OURS = "not_ours", _("not asked of this country")

    ask = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="progress")
    state = models.CharField(max_length=10, choices=State)
    why = models.TextField(blank=True)

    objects = ProgressQuerySet.as_manager()


class Action(Row):
    """Something that is done, and that answers one ask or many. `state` as of the latest step."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        UNDER_WAY = "under_way", _("under way")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    title = models.CharField(max_length=200)
    what = models.TextField(blank=True)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, related_name="actions")
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    asks = models.ManyToManyField(
        "commitments.Ask", through="commitments.Answering", related_name="actions"
    )

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_on=None)
                | Q(ends_on=None)
                | Q(ends_on__gte=models.F("begins_on")),
                name="an_action_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Answering(Row):
    """That an action answers an ask."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="answers")
    ask = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="answered_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "ask"], name="an_action_answers_once")
        ]


class Step(Row):
    """How far an action is; the latest row counts."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=9, choices=Action.State)
    why = models.TextField(blank=True)


class Evidence(Row):
    """What shows that an ask is answered: of an action, or of the ask itself.

    `figure`: the key of a live figure, with `value` and the sentences as they stood when it was
    frozen, on the day `reported_on`; a later one is another row.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("note")
        LINK = "link", _("link")
        FILE = "file", _("file")
        FIGURE = "figure", _("figure")

    action = models.ForeignKey(Action, models.PROTECT, null=True, related_name="evidence")
    ask = models.ForeignKey("commitments.Ask", models.PROTECT, null=True, related_name="evidence")
    kind = models.CharField(max_length=6, choices=Kind)
    text = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    figure = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=80, blank=True)
    sentence_en = models.CharField(max_length=300, blank=True)
    sentence_fr = models.CharField(max_length=300, blank=True)
    reported_on = models.DateField(null=True)
    counted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(action=None) ^ Q(ask=None), name="evidence_of_an_action_or_an_ask"
            ),
            models.CheckConstraint(
                condition=~Q(kind="figure") | Q(reported_on__isnull=False),
                name="a_figure_is_frozen_on_a_day",
            ),
        ]

    @property
    def about(self) -> "Action | Ask":
        """The one of the two that the database has."""
        return cast("Action | Ask", self.action or self.ask)


class Sending(Row):
    """That what an ask wants in a window was sent; `opens`: the first day of that window."""

    ask = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="sendings")
    opens = models.DateField(null=True)
    sent_on = models.DateField()
    what = models.TextField(blank=True)

    objects = SendingQuerySet.as_manager()


class Unsent(Row):
    """That what was noted as sent was noted by mistake; both stay readable."""

    sending = models.OneToOneField(Sending, models.PROTECT, related_name="unsent")


class Call(models.Model):
    """That the people in charge were called to an ask whose window opens or ends, once for each."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ask = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="calls")
    opens = models.DateField()
    kind = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ask", "opens", "kind"], name="called_once_for_each")
        ]

    def __str__(self) -> str:
        return str(self.id)
