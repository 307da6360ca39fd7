from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amparo.commitments.queries import (
    AskQuerySet,
    ClauseQuerySet,
    DocumentQuerySet,
    ParagraphQuerySet,
)


class Status(models.TextChoices):
    """How much a text binds: a later one may have taken the place of what was adopted."""

    DRAFT = "draft", pgettext_lazy("not adopted", "draft")
    ADOPTED = "adopted", _("adopted")
    SUPERSEDED = "superseded", _("superseded")


class Document(models.Model):
    """A resolution, a draft of one, or the decisions of one session.

    `key`: how it is cited, such as S4-V. `shipped`: it and what it asks come with the product;
    all others were loaded here. `body`: the code of who speaks, as methods.sessions has it.
    `said_on`: when it was adopted or tabled; "its next session" is counted from there.
    """

    key = models.CharField(primary_key=True, max_length=24)
    position = models.PositiveSmallIntegerField()
    shipped = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="fr")
    symbol = models.CharField(max_length=40, blank=True)
    title_en = models.CharField(max_length=300)
    title_fr = models.CharField(max_length=300)
    body = models.CharField(max_length=20)
    body_en = models.CharField(max_length=120)
    body_fr = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    said_on = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    holds_decisions = models.BooleanField(default=False)
    note_en = models.TextField(blank=True)
    note_fr = models.TextField(blank=True)

    objects = DocumentQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key


class Ask(models.Model):
    """What one paragraph, or a lettered item of it, asks of whom, by when: what is followed up.

    `number` is the paragraph's, such as 5 or 7g; `whole` is the numbered paragraph it belongs to.
    `text_en` and `text_fr` say it in our own words; both are empty where nobody has yet, and the
    words of its clauses stand for it. `window` is written as the read-me beside the data describes.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="asks")
    number = models.CharField(max_length=24)
    whole = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=400)
    addressees_en = ArrayField(models.CharField(max_length=160))
    addressees_fr = ArrayField(models.CharField(max_length=160))
    text_en = models.TextField(blank=True)
    text_fr = models.TextField(blank=True)
    window = models.CharField(max_length=400)
    window_en = models.CharField(max_length=1000)
    window_fr = models.CharField(max_length=1000)
    instruments = ArrayField(models.CharField(max_length=40), default=list)
    direct = ArrayField(models.CharField(max_length=20), default=list)
    supporting = ArrayField(models.CharField(max_length=20), default=list)
    user_does_en = models.TextField(blank=True)
    user_does_fr = models.TextField(blank=True)

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_ask_per_paragraph")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ¶{self.number}"


class Clause(models.Model):
    """One verb of an ask with whom it addresses: as read by the machine, and seen by a person.

    `force`, `addressees` and the codes of `escapes` are those of methods.resolutions.asks;
    `escapes` is a list of {"code", "text"}; `windows` are written like the window of an ask.
    """

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="clauses")
    nth = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=200)
    force = models.CharField(max_length=24, blank=True)
    addressees = ArrayField(models.CharField(max_length=40), default=list)
    escapes = models.JSONField(default=list)
    windows = ArrayField(models.CharField(max_length=160), default=list)
    words = models.TextField()

    objects = ClauseQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ask", "nth"], name="one_clause_at_a_place")]

    def __str__(self) -> str:
        return f"{self.ask_id}.{self.nth}"


class Place(models.TextChoices):
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    DECISION = "decision"


class Paragraph(models.Model):
    """A paragraph, or a whole decision, in the words of the text as it was read.

    `number`: 5 or, where the numbering of a section starts again, II.5; of a preamble pp21.
    `subparagraphs` is a list of {"label", "text", "subparagraphs"}; `source_sha256` says which
    file it was read from.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="paragraphs")
    place = models.CharField(max_length=9, choices=Place, default=Place.OPERATIVE)
    number = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=200, blank=True)
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


from amparo.commitments.following import models as following  # noqa: E402, F401  Django looks here
from amparo.commitments.lineage import models as lineage  # noqa: E402, F401  as above
from amparo.commitments.loading import models as loading  # noqa: E402, F401  as above
from amparo.commitments.reports import models as reports  # noqa: E402, F401  as above
