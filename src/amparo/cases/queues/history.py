from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.cases.queries import rows_of
from amparo.cases.queues.models import Assignment
from amparo.design.parts import Entry


def entries(case: Case) -> list[Entry]:
    rows = rows_of(Assignment, case).select_related("by", "to", "unit")
    return [_assignment(row) for row in rows]


def _assignment(row: Assignment) -> Entry:
    if row.to:
        title = _("Assigned to %(who)s, %(unit)s") % {"who": row.to, "unit": row.unit.name}
    else:
        title = _("Assigned to nobody any more, %(unit)s") % {"unit": row.unit.name}
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, actor=str(row.by), kind=_("Assignment"),
        icon="user",
    )  # fmt: skip
