from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.restriction.models import Restriction
from amparo.cases.models import OfCase
from amparo.rights.kept import KeptFileQuerySet
from amparo.vault.fields import SealedField


class Copy(OfCase):
    """A copy of the file printed for the person: in which language, and what was left out why.

    The text itself is kept nowhere. `left_out` holds "part:reason" in codes only.
    """

    language = models.CharField(max_length=3)
    left_out = ArrayField(models.CharField(max_length=40), default=list)
    names_left_out = models.PositiveSmallIntegerField(default=0)


class CopyExport(OfCase):
    """A copy asked for that goes to somebody else than the person; written in codes only.

    `shape`: as what it leaves (see copy_exports.shapes).
    `basis` is the consent or legal ground that it rests on; `left_out` as of Copy.
    """

    class Proof(models.TextChoices):
        MANDATE = "mandate", _("a mandate signed by the person")
        APPOINTED = "appointed", _("a decision that names them, of a court or an authority")
        REQUEST = "request", _("a request in writing that the law provides for")

    shape = models.CharField(max_length=10, default="paper")
    recipient = models.CharField(max_length=20)
    proof = models.CharField(max_length=10, choices=Proof)
    language = models.CharField(max_length=3)
    left_out = ArrayField(models.CharField(max_length=40), default=list)
    basis = models.UUIDField()

    @property
    def reasons(self) -> dict[str, str]:
        """Part -> why it is left out."""
        return dict(pair.split(":", 1) for pair in self.left_out)


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


class ErasureRequest(OfCase):
    """The person (or who speaks for them) asks that the file be erased."""

    class Ground(models.TextChoices):
        """GDPR, article 17(1). The code goes onto the certificate."""

        NO_LONGER_NEEDED = "no_longer_needed", _("it is needed no longer")
        CONSENT_WITHDRAWN = "consent_withdrawn", _("the person withdrew their consent")
        OBJECTION = "objection", _("the person objects, and nothing outweighs it")
        UNLAWFUL = "unlawful", _("it should never have been kept")

    ground = models.CharField(max_length=20, choices=Ground)
    asked_by = models.CharField(max_length=20, choices=Restriction.AskedBy)


class ErasureRefusal(OfCase):
    """Why a request was not followed; the person may complain, and may ask again."""

    class Reason(models.TextChoices):
        """GDPR, article 17(3)."""

        LEGAL_DUTY = "legal_duty", _("a law makes it a duty to keep it")
        PROCEEDINGS = "proceedings", _("proceedings are open")
        CLAIM = "claim", _("somebody's claim depends on it")
        PROTECTION = "protection", _("the person's own protection still depends on it")

    request = models.OneToOneField(ErasureRequest, models.PROTECT, related_name="refusal")
    reason = models.CharField(max_length=20, choices=Reason)


class KeptFile(models.Model):
    """One file as the rules of retention see it: dates and codes, nothing that describes anybody.

    Who watches over data protection opens no file, and has to know which are kept too long.
    """

    case_id = models.UUIDField(primary_key=True, editable=False)
    reference = models.CharField(max_length=20)
    child = models.BooleanField()
    outcome = models.CharField(max_length=20, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    objects = KeptFileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["closed_on"], name="kept_since")]

    def __str__(self) -> str:
        return self.reference
