"""The consents' part of a case's timeline: each yes and each ground, and how it ended."""

from django.utils.translation import gettext as _

from amparo.cases.consents.models import Consent, GroundEnd, LegalGround, Withdrawal
from amparo.cases.models import Case, OfCase
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *map(_consent, rows_of(Consent, case)),
        *map(_withdrawal, rows_of(Withdrawal, case)),
        *map(_ground, rows_of(LegalGround, case)),
        *map(_ground_end, rows_of(GroundEnd, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=text, actor=str(row.by),
        kind=_("Consent"), icon=icon,
    )  # fmt: skip


def _consent(row: Consent) -> Entry:
    text = _("%(how)s, explained in %(language)s.") % {
        "how": label("consent_modes", row.how),
        "language": label("languages", row.language),
    }
    title = _("Consent given: %(purpose)s") % {"purpose": label("consent_purposes", row.purpose)}
    return _entry(row, title, icon="check", text=text)


def _withdrawal(row: Withdrawal) -> Entry:
    purpose = label("consent_purposes", row.consent.purpose)
    title = _("Consent withdrawn: %(purpose)s") % {"purpose": purpose}
    return _entry(row, title, icon="ban")


def _ground(row: LegalGround) -> Entry:
    title = _("Legal ground recorded: %(purpose)s") % {
        "purpose": label("consent_purposes", row.purpose)
    }
    return _entry(row, title, icon="scale", text=label("legal_grounds", row.ground))


def _ground_end(row: GroundEnd) -> Entry:
    purpose = label("consent_purposes", row.ground.purpose)
    title = _("Legal ground ended: %(purpose)s") % {"purpose": purpose}
    return _entry(row, title, icon="ban")
