"""What the page on proceedings says."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.models import Case
from amparo.cases.pages.parts import Reader
from amparo.design.parts import Row, Task
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.models import Dossier
from amparo.justice.queries.offenders import offenders_of
from amparo.justice.sections import handing, offenders
from amparo.people.codes import label

SECTIONS = (handing,)


def page(reader: Reader) -> dict[str, Any]:
    sections = [part.section(reader) for part in SECTIONS]
    steps = [section.step for section in sections if section.step]
    return {"steps": steps, "sections": sections}


def tasks(case: Case, standing: Standing) -> list[Task]:
    return []


def facts(dossier: Dossier) -> list[Row]:
    """What may be told of the person without opening anything."""
    return [
        Row(_("Identification"), dossier.get_identification_display()),
        Row(_("Treated as a child"), _("yes") if dossier.child else _("no")),
        Row(_("Suspected exploitation"), ", ".join(label("forms", code) for code in dossier.forms)),
    ]


def offenders_page(reader: DossierReader) -> dict[str, Any]:
    return {"sections": [offenders.section(reader)]}


def offenders_summary(dossier: Dossier) -> list[Row]:
    return [Row(_("Named so far"), str(len(offenders_of(dossier))))]
