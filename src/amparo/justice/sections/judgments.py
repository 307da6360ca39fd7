from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.cases.pages.parts import Reading, Section
from amparo.design import tokens
from amparo.design.parts import Row
from amparo.justice.models import Judgment
from amparo.justice.queries.proceedings import judgments_of
from amparo.people.codes import label


def section(reader: Reading) -> Section:
    rows = judgments_of(reader.about.pk)
    return Section(
        _("Judgments"), "file-text", list(map(_row, rows)), _("No court has judged yet.")
    )


def _row(row: Judgment) -> Row:
    said = [f"{label('offences', row.offence)}: {row.get_result_display()}."]
    if row.penalty_months:
        said.append(
            ngettext("%(n)s month of prison.", "%(n)s months of prison.", row.penalty_months)
            % {"n": row.penalty_months}
        )
    if row.confiscation:
        said.append(_("Something is confiscated."))
    return Row(tokens.day(row.day), " ".join(map(str, said)))
