from django.db import models

from amparo.justice.models import OfDossier


class EvidenceExport(OfDossier):
    """That the list of the evidence may leave, once a second person agrees."""

    recipient = models.CharField(max_length=20)
