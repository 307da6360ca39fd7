import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.attachments.queries import AttachmentQuerySet, ChunkQuerySet
from amparo.cases.models import Case, OfCase
from amparo.methods.uploads import Kind as FileKind
from amparo.vault.fields import SealedField


class Attachment(OfCase):
    """A file that somebody added: the original as it came and, where it can be, a cleaned copy.

    `chunks` is all that shows of the original's size. Everything sealed here has the attachment's
    own key.
    """

    class Cleaned(models.TextChoices):
        YES = "cleaned", _("cleaned copy")
        NOT_THIS_KIND = "kept", _("original only: this kind cannot be cleaned")
        FAILED = "quarantined", _("original only: cleaning failed")

    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in FileKind])
    cleaned = models.CharField(max_length=12, choices=Cleaned)
    chunks = models.PositiveIntegerField()
    name = SealedField("case_attachment.name")
    description = SealedField("case_attachment.description")
    digest = SealedField("case_attachment.digest")

    objects = AttachmentQuerySet.as_manager()  # type: ignore[misc]  # asks more than the base does


class Chunk(models.Model):
    """One sealed piece of an attachment's original or of its cleaned copy (vault.chunks)."""

    class Copy(models.TextChoices):
        ORIGINAL = "original", _("sealed original")
        CLEANED = "cleaned", _("cleaned copy")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="pieces")
    copy = models.CharField(max_length=8, choices=Copy)
    number = models.PositiveIntegerField()
    stored = models.BinaryField()

    objects = ChunkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["attachment", "copy", "number"], name="each_chunk_once_in_its_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.copy}/{self.number}"
