"""What the pages of a dossier say."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.design.parts import Row
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.models import Dossier
from amparo.justice.queries.assets import assets_of
from amparo.justice.queries.offenders import offenders_of
from amparo.justice.queries.proceedings import open_hearings, proceedings_of
from amparo.justice.sections import assets, hearings, judgments, offenders, proceedings, protection


def proceedings_page(reader: DossierReader) -> dict[str, Any]:
    parts = (proceedings, hearings, judgments, protection)
    return {"sections": [part.section(reader) for part in parts]}


def proceedings_summary(dossier: Dossier) -> list[Row]:
    first = open_hearings(dossier.pk)[:1]
    return [
        Row(_("Proceedings"), str(len(proceedings_of(dossier.pk)))),
        *(Row(_("Next hearing"), hearings.named(row)) for row in first),
    ]


def offenders_page(reader: DossierReader) -> dict[str, Any]:
    return {"sections": [offenders.section(reader)]}


def offenders_summary(dossier: Dossier) -> list[Row]:
    return [Row(_("Named so far"), str(len(offenders_of(dossier))))]


def assets_page(reader: DossierReader) -> dict[str, Any]:
    return {"sections": [assets.section(reader)]}


def assets_summary(dossier: Dossier) -> list[Row]:
    return [Row(_("Recorded so far"), str(len(assets_of(dossier))))]
