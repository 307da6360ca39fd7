"""The decisions' part of a case's timeline: that another one was asked for, that one was told."""

from django.utils.translation import gettext as _

from amparo.cases.decisions.models import NoticeGiven, Reconsideration
from amparo.cases.models import Case
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *map(_asked, rows_of(Reconsideration, case)),
        *map(_told, rows_of(NoticeGiven, case)),
    ]


def _asked(row: Reconsideration) -> Entry:
    title = _("Another decision was asked for: %(who)s") % {
        "who": label("challengers", row.asked_by)
    }
    grounds = ", ".join(label("challenge_grounds", code) for code in row.grounds)
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=grounds, actor=str(row.by),
        kind=_("Identification"), icon="scale",
    )  # fmt: skip


def _told(row: NoticeGiven) -> Entry:
    text = _("%(how)s, in %(language)s. Interpreter: %(interpreter)s.") % {
        "how": label("notice_modes", row.how),
        "language": label("languages", row.language),
        "interpreter": label("interpreters", row.interpreter),
    }
    return Entry(
        id=f"e-{row.pk}", title=_("The person was told of the decision"), moment=row.at, text=text,
        actor=str(row.by), kind=_("Identification"), icon="check",
    )  # fmt: skip
