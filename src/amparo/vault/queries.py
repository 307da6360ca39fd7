from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from amparo.vault.models import Certificate  # noqa: F401  named in a base class


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def of_case(self, case: UUID) -> CertificateQuerySet:
        return self.filter(case_id=case)

    def newest_first(self) -> CertificateQuerySet:
        return self.order_by("-at", "-id")


def certificates() -> CertificateQuerySet:
    from amparo.vault.models import Certificate

    return Certificate.objects.all()
