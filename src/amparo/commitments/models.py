from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.commitments.queries import AskQuerySet, DocumentQuerySet, ParagraphQuerySet


class Document(models.Model):
    """A resolution, a draft of one, or the decisions of one session; `key` is S0 to S4-V."""

    key = models.CharField(primary_key=True, max_length=8)
    position = models.PositiveSmallIntegerField()
    symbol = models.CharField(max_length=40, blank=True)
    title_en = models.CharField(max_length=300)
    title_fr = models.CharField(max_length=300)
    body = models.CharField(max_length=20)
    body_en = models.CharField(max_length=120)
    body_fr = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    adopted = models.BooleanField()
    holds_decisions = models.BooleanField(default=False)
    note_en = models.TextField(blank=True)
    note_fr = models.TextField(blank=True)

    objects = DocumentQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key


class Ask(models.Model):
    """What one paragraph, or one lettered item of it, asks of whom and by when, in our own words.

    `number` is the paragraph's, such as 5 or 7g; `whole` is the numbered paragraph it belongs to.
    `window` is machine-readable, as the read-me beside the data describes it.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="asks")
    number = models.CharField(max_length=12)
    whole = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=120)
    addressees_en = ArrayField(models.CharField(max_length=160))
    addressees_fr = ArrayField(models.CharField(max_length=160))
    text_en = models.TextField()
    text_fr = models.TextField()
    window = models.CharField(max_length=120)
    window_en = models.CharField(max_length=200)
    window_fr = models.CharField(max_length=200)
    instruments = ArrayField(models.CharField(max_length=40), default=list)
    direct = ArrayField(models.CharField(max_length=20), default=list)
    supporting = ArrayField(models.CharField(max_length=20), default=list)
    user_does_en = models.TextField()
    user_does_fr = models.TextField()

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_ask_per_paragraph")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ¶{self.number}"


class Paragraph(models.Model):
    """An operative paragraph, or a whole decision, in the words of the French text as it was read.

    `subparagraphs` is a list of {"label", "text", "subparagraphs"}; `source_sha256` says which
    file it was read from.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="paragraphs")
    number = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    subparagraphs = models.JSONField(default=list)
    source_sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_text_per_paragraph")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ¶{self.number}"
