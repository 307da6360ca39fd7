from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Copy(OfCase):
    """A copy of the file printed for the person: in which language, and what was left out why.

    The text itself is kept nowhere. `left_out` holds "part:reason" in codes only.
    """

    language = models.CharField(max_length=3)
    left_out = ArrayField(models.CharField(max_length=40), default=list)
    names_left_out = models.PositiveSmallIntegerField(default=0)


class Disagreement(OfCase):
    """What the person says against something written down; it is shown with it, for ever.

    `about` is the id of the account, status or measure it stands beside.
    """

    class Kind(models.TextChoices):
        ACCOUNT = "account", _("an account")
        STATUS = "status", _("a decision or a step")
        MEASURE = "measure", _("a protective measure")

    kind = models.CharField(max_length=10, choices=Kind)
    about = models.UUIDField()
    text = SealedField("rights_disagreement.text")
