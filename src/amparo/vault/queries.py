from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from amparo.vault.models import (  # noqa: F401  named in base classes
        Certificate,
        DataKey,
        Epoch,
        KeyChange,
    )


class DataKeyQuerySet(models.QuerySet["DataKey"]):
    def under(self, epoch: str) -> DataKeyQuerySet:
        return self.filter(epoch=epoch)

    def outside(self, epoch: str) -> DataKeyQuerySet:
        """Those still wrapped under another epoch than this, in an order that stays."""
        return self.exclude(epoch=epoch).order_by("id")

    def after(self, last: UUID | None) -> DataKeyQuerySet:
        return self.filter(id__gt=last) if last else self


class EpochQuerySet(models.QuerySet["Epoch"]):
    def not_destroyed(self) -> EpochQuerySet:
        return self.filter(destroyed_at=None)

    def oldest_first(self) -> EpochQuerySet:
        return self.order_by("name")


class KeyChangeQuerySet(models.QuerySet["KeyChange"]):
    def waiting(self) -> KeyChangeQuerySet:
        return self.filter(done_at=None)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def of_case(self, case: UUID) -> CertificateQuerySet:
        return self.filter(case_id=case)

    def newest_first(self) -> CertificateQuerySet:
        return self.order_by("-at", "-id")


def certificates() -> CertificateQuerySet:
    from amparo.vault.models import Certificate

    return Certificate.objects.all()


def data_keys() -> DataKeyQuerySet:
    from amparo.vault.models import DataKey

    return DataKey.objects.all()


def epochs() -> EpochQuerySet:
    from amparo.vault.models import Epoch

    return Epoch.objects.all()


def key_changes() -> KeyChangeQuerySet:
    from amparo.vault.models import KeyChange

    return KeyChange.objects.all()
