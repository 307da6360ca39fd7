from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.justice.queries import rows_of

if TYPE_CHECKING:
    from amparo.justice.models import Asset, AssetStep, Dossier


def assets_of(dossier: Dossier) -> list[Asset]:
    """The first found first, with what became of each."""
    from amparo.justice.models import Asset

    return list(rows_of(Asset, dossier).prefetch_related("steps"))


def asset_with(dossier: Dossier, pk: UUID) -> Asset | None:
    return next((row for row in assets_of(dossier) if row.pk == pk), None)


def last_step(asset: Asset) -> AssetStep | None:
    return max(asset.steps.all(), key=lambda step: step.number, default=None)
