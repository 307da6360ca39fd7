"""This room's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case, OfCase
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.events.models import (
    Episode,
    EpisodeAnswer,
    Found,
    LanguageChange,
    Missing,
    Threat,
    ThreatAnswer,
    ToldAnew,
)
from amparo.events.said import labels
from amparo.people.codes import label


def entries(case: Case) -> list[Entry]:
    return [
        *map(_missing, rows_of(Missing, case)),
        *map(_found, rows_of(Found, case)),
        *map(_episode, rows_of(Episode, case)),
        *map(_episode_answer, rows_of(EpisodeAnswer, case)),
        *map(_threat, rows_of(Threat, case)),
        *map(_threat_answer, rows_of(ThreatAnswer, case)),
        *map(_change, rows_of(LanguageChange, case)),
        *map(_told, rows_of(ToldAnew, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return entry(row, _("Events"), title, icon=icon, text=text)


def _missing(row: Missing) -> Entry:
    text = label("police_told", row.police)
    return _entry(row, _("The person is missing"), "alert-triangle", text)


def _found(row: Found) -> Entry:
    return _entry(row, _("The search ended"), "check", label("found_ways", row.how))


def _episode(row: Episode) -> Entry:
    text = labels("forms", row.forms)
    return _entry(row, _("The person was trafficked again"), "alert-triangle", text)


def _episode_answer(row: EpisodeAnswer) -> Entry:
    text = labels("protective_steps", row.measures)
    return _entry(row, _("How it goes on after that"), "shield-check", text)


def _threat(row: Threat) -> Entry:
    return _entry(row, _("Somebody threatens"), "alert-triangle", labels("threatened", row.against))


def _threat_answer(row: ThreatAnswer) -> Entry:
    text = labels("protective_steps", row.measures)
    return _entry(row, _("Something was done against the threat"), "shield-check", text)


def _change(row: LanguageChange) -> Entry:
    text = labels("languages", row.languages)
    return _entry(row, _("The language changed"), "language", text)


def _told(row: ToldAnew) -> Entry:
    return _entry(row, _("It was told anew"), "language", label("languages", row.language))
