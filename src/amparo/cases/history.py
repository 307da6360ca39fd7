"""This room's own part of a case's timeline: statuses, consents, grounds, measures, accounts."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.models import (
    Account,
    Case,
    Consent,
    GroundEnd,
    LegalGround,
    Measure,
    OfCase,
    Signal,
    Status,
    Withdrawal,
)
from amparo.cases.queries import rows_of
from amparo.cases.words import STATUS_SENTENCES
from amparo.design.parts import Entry, Words
from amparo.people.codes import label

# The list that the reason of a status comes from, where it is not the common one.
REASONS: Mapping[str, str] = {State.CLOSED: "closure_reasons", State.REOPENED: "reopening_reasons"}


def entries(case: Case) -> list[Entry]:
    return [
        *map(_status, rows_of(Status, case)),
        *map(_signal, rows_of(Signal, case)),
        *map(_consent, rows_of(Consent, case)),
        *map(_withdrawal, rows_of(Withdrawal, case)),
        *map(_ground, rows_of(LegalGround, case)),
        *map(_ground_end, rows_of(GroundEnd, case)),
        *map(_measure, rows_of(Measure, case)),
        *map(_account, rows_of(Account, case)),
    ]


def _entry(row: OfCase, title: Words, *, kind: Words, icon: str, text: Words = "") -> Entry:
    return Entry(
        id=f"e-{row.pk}", title=title, moment=row.at, text=text, actor=str(row.by), kind=kind,
        icon=icon,
    )  # fmt: skip


def _status(row: Status) -> Entry:
    reason = label(REASONS.get(row.state, "status_reasons"), row.reason) if row.reason else ""
    return _entry(
        row, STATUS_SENTENCES[row.state], kind=row.get_track_display(), icon="flag", text=reason
    )


def _signal(row: Signal) -> Entry:
    title = _("The signal came by: %(channel)s") % {
        "channel": label("signal_channels", row.channel)
    }
    text = _("Somebody was in danger then.") if row.danger else ""
    return _entry(row, title, kind=_("Identification"), icon="info-circle", text=text)


def _consent(row: Consent) -> Entry:
    text = _("%(how)s, explained in %(language)s.") % {
        "how": label("consent_modes", row.how),
        "language": label("languages", row.language),
    }
    title = _("Consent given: %(purpose)s") % {"purpose": label("consent_purposes", row.purpose)}
    return _entry(row, title, kind=_("Consent"), icon="check", text=text)


def _withdrawal(row: Withdrawal) -> Entry:
    purpose = label("consent_purposes", row.consent.purpose)
    title = _("Consent withdrawn: %(purpose)s") % {"purpose": purpose}
    return _entry(row, title, kind=_("Consent"), icon="ban")


def _ground(row: LegalGround) -> Entry:
    title = _("Legal ground recorded: %(purpose)s") % {
        "purpose": label("consent_purposes", row.purpose)
    }
    return _entry(
        row, title, kind=_("Consent"), icon="scale", text=label("legal_grounds", row.ground)
    )


def _ground_end(row: GroundEnd) -> Entry:
    purpose = label("consent_purposes", row.ground.purpose)
    title = _("Legal ground ended: %(purpose)s") % {"purpose": purpose}
    return _entry(row, title, kind=_("Consent"), icon="ban")


def _measure(row: Measure) -> Entry:
    title = row.get_kind_display()
    return _entry(row, title[0].upper() + title[1:], kind=_("Protection"), icon="shield-check")


def _account(row: Account) -> Entry:
    return _entry(
        row, _("An account was written"), kind=_("Account"), icon="file-text",
        text=_("Sealed: it opens with a purpose."),
    )  # fmt: skip
