"""This room's own part of a case's timeline: statuses, consents, grounds, measures, accounts."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from amparo.cases.consents import history as consents
from amparo.cases.machine import State
from amparo.cases.models import (
    Account,
    Case,
    Measure,
    OfCase,
    Signal,
    Status,
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
        *consents.entries(case),
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


def _measure(row: Measure) -> Entry:
    title = row.get_kind_display()
    return _entry(row, title[0].upper() + title[1:], kind=_("Protection"), icon="shield-check")


def _account(row: Account) -> Entry:
    return _entry(
        row, _("An account was written"), kind=_("Account"), icon="file-text",
        text=_("Sealed: it opens with a purpose."),
    )  # fmt: skip
