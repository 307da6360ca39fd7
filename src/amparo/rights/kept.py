"""Questions about the register of files that retention reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from amparo.vault.queries import certificates

if TYPE_CHECKING:
    from amparo.rights.models import KeptFile  # noqa: F401  named in a base class


class KeptFileQuerySet(models.QuerySet["KeptFile"]):
    def closed(self) -> KeptFileQuerySet:
        return self.filter(closed_on__isnull=False)

    def readable(self) -> KeptFileQuerySet:
        """Without those that were erased."""
        return self.exclude(case_id__in=certificates().values("case_id"))
