from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reading, Section, Way
from amparo.design.parts import Row
from amparo.design.tokens import day_in_words
from amparo.justice.models import Protection
from amparo.justice.queries.proceedings import is_over, protections_of
from amparo.people.codes import label


def section(reader: Reading) -> Section:
    rows = protections_of(reader.about.pk)
    return Section(
        _("Protection of the person, the family and witnesses"), "shield-check",
        list(map(_row, rows)), _("No measure protects them yet: ask what they fear."),
        [*reader.ways("protection"), *(way for row in rows for way in _end(reader, row))],
    )  # fmt: skip


def _row(row: Protection) -> Row:
    said = _("%(kind)s, from %(day)s") % {
        "kind": label("protection_kinds", row.kind), "day": day_in_words(row.since),
    }  # fmt: skip
    if hasattr(row, "end"):
        over = _("ended on %(day)s: %(why)s") % {
            "day": day_in_words(row.end.day), "why": label("protection_ends", row.end.reason),
        }  # fmt: skip
    elif row.until:
        over = _("until %(day)s") % {"day": day_in_words(row.until)}
    else:
        over = _("no end is set")
    return Row(str(row.get_whom_display()).capitalize(), f"{said}; {over}.")


def _end(reader: Reading, row: Protection) -> list[Way]:
    if is_over(row):
        return []
    title = _("It ended: %(kind)s") % {"kind": label("protection_kinds", row.kind)}
    return reader.way("protection-end", row.pk, title)
