"""A report as it was made: what stood in it then stands in it for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.commitments.following.models import Row
from amparo.commitments.reports.queries import ReportQuerySet


class Report(Row):
    """`choice`: by which texts, themes or window it was made; `content`: its blocks, in both
    languages, from which every format is written. `public_since`: on the page for everybody."""

    class Kind(models.TextChoices):
        CALL = "call", _("answer to a call for information")
        APPRAISAL = "appraisal", _("four-yearly appraisal of the Global Plan of Action")
        TEXT = "text", _("by text")
        THEME = "theme", _("by theme")

    kind = models.CharField(max_length=9, choices=Kind)
    title_en = models.CharField(max_length=200)
    title_fr = models.CharField(max_length=200)
    as_of = models.DateField()
    choice = models.JSONField(default=dict)
    content = models.JSONField()
    public_since = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()
