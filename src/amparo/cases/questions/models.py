from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.queries import CaseScoped
from amparo.cases.models import Case, OfCase
from amparo.vault.fields import SealedField


class AskedOn(models.TextChoices):
    OPENING = "opening", _("on opening the file")
    FILE = "file", _("in the file")
    DECISION = "decision", _("with a decision")
    NEED = "need", _("with a need")


class CountryAnswer(OfCase):
    """What was answered to one question of the country's pack; `about`: a decision or a need."""

    field = models.CharField(max_length=40)
    form = models.CharField(max_length=10, choices=AskedOn)
    about = models.UUIDField(null=True)
    text = SealedField("case_country_answer.text")

    def in_words(self, text: str) -> str:
        from amparo.cases.questions.words import named, said

        return f"{named(self.field)}\n{said(self.field, text)}"


class PlainAnswer(models.Model):
    """The answer to a question that is not sealed. It goes with the keys, when a file is erased."""

    answer = models.OneToOneField(
        CountryAnswer, models.PROTECT, primary_key=True, related_name="plain"
    )
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    value = models.CharField(max_length=60)

    objects = CaseScoped["PlainAnswer"].as_manager()

    def __str__(self) -> str:
        return str(self.pk)
