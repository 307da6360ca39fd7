"""This room's part of a case's timeline: what was answered at one time stands in one entry."""

from itertools import groupby

from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.cases.questions.models import CountryAnswer
from amparo.cases.questions.presenters import shown
from amparo.cases.questions.queries import answers_of
from amparo.cases.questions.words import named
from amparo.design.parts import Entry, Words


def entries(case: Case) -> list[Entry]:
    return [
        _entry(list(rows))
        for _together, rows in groupby(answers_of(case), lambda row: (row.at, row.form))
    ]


def _entry(rows: list[CountryAnswer]) -> Entry:
    first = rows[0]
    title = _("Further questions were answered %(where)s") % {"where": first.get_form_display()}
    text = " · ".join(
        _("%(question)s: %(answer)s") % {"question": named(row.field), "answer": _answer(row)}
        for row in rows
    )
    return Entry(
        id=f"e-{first.pk}", title=title, moment=first.at, text=text, actor=str(first.by),
        kind=_("Further questions"), icon="list-check",
    )  # fmt: skip


def _answer(row: CountryAnswer) -> Words:
    return shown(row) if row.text is None else _("sealed")
