"""This room's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.cases.pages.parts import entry
from amparo.design.parts import Entry
from amparo.exchange.queries import origin_of


def entries(case: Case) -> list[Entry]:
    row = origin_of(case)
    if row is None:
        return []
    title = _("Brought in from another system")
    return [entry(row, _("Other systems"), title, icon="upload", text=row.source)]
