"""The Child route's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.child.models import AgeAppeal, AgeDecision, Guardian
from amparo.cases.child.words import AGE_DECIDED, GUARDIAN_STEPS
from amparo.cases.models import Case, OfCase
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *map(_age, rows_of(AgeDecision, case)),
        *map(_appeal, rows_of(AgeAppeal, case)),
        *map(_guardian, rows_of(Guardian, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=text, actor=str(row.by),
        kind=_("Child route"), icon=icon,
    )  # fmt: skip


def _age(row: AgeDecision) -> Entry:
    text = _("%(authority)s. Looked at: %(methods)s.") % {
        "authority": label("age_authorities", row.authority),
        "methods": "; ".join(label("age_methods", code) for code in row.methods),
    }
    return _entry(row, AGE_DECIDED[row.result], "scale", text)


def _appeal(row: AgeAppeal) -> Entry:
    return _entry(
        row, _("The decision on the age is contested"), "message", row.get_lodged_by_display()
    )


def _guardian(row: Guardian) -> Entry:
    text = label("guardian_end_reasons", row.reason) if row.reason else ""
    if row.office:
        text = label("guardian_offices", row.office)
    return _entry(row, GUARDIAN_STEPS[row.state], "shield-check", text)
