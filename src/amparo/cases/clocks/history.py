from django.utils.translation import gettext as _

from amparo.cases.clocks.models import Extension
from amparo.cases.clocks.rules import name_of
from amparo.cases.models import Case
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry
from amparo.design.tokens import day_in_words
from amparo.people.codes import label
from amparo.people.country import day_of


def entries(case: Case) -> list[Entry]:
    return [_extension(row) for row in rows_of(Extension, case)]


def _extension(row: Extension) -> Entry:
    title = _("%(clock)s: until %(day)s") % {
        "clock": name_of(row.rule), "day": day_in_words(day_of(row.until)),
    }  # fmt: skip
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=label("extension_reasons", row.reason),
        actor=str(row.by), kind=_("Times"), icon="clock",
    )  # fmt: skip
