"""This room's part of a case's timeline."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case, OfCase
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry, Words
from amparo.design.tokens import day_in_words
from amparo.people.codes import label
from amparo.stay.models import (
    Arrival,
    AssessedAnew,
    MonitoringEnd,
    ReturnDecision,
    ReturnRisk,
    ReturnVisit,
    ReturnWish,
    Stay,
    StayStep,
    Travel,
    WishEnd,
)
from amparo.stay.words import PLACES, STAY_STEPS, STAYS


def entries(case: Case) -> list[Entry]:
    return [
        *map(_stay, rows_of(Stay, case)),
        *map(_stay_step, rows_of(StayStep, case)),
        *map(_wish, rows_of(ReturnWish, case)),
        *map(_wish_end, rows_of(WishEnd, case)),
        *map(_risk, rows_of(ReturnRisk, case)),
        *map(_anew, rows_of(AssessedAnew, case)),
        *map(_decision, rows_of(ReturnDecision, case)),
        *map(_travel, rows_of(Travel, case)),
        *map(_arrival, rows_of(Arrival, case)),
        *map(_visit, rows_of(ReturnVisit, case)),
        *map(_end, rows_of(MonitoringEnd, case)),
    ]


def _entry(row: OfCase, title: Words, icon: str, text: Words = "") -> Entry:
    return entry(row, _("Residence and return"), title, icon=icon, text=text)


def _stay(row: Stay) -> Entry:
    text = _("From %(since)s until %(until)s.") % {
        "since": day_in_words(row.since), "until": day_in_words(row.until),
    }  # fmt: skip
    ground = f" {label('stay_grounds', row.ground)}." if row.ground else ""
    return _entry(row, STAYS[row.kind], "file-text", text + ground)


def _stay_step(row: StayStep) -> Entry:
    return _entry(row, STAY_STEPS[row.what], "file-text")


def _wish(row: ReturnWish) -> Entry:
    told = "; ".join(label("return_topics", topic) for topic in row.topics)
    return _entry(row, _("The person’s own wish to return"), "message", told)


def _wish_end(row: WishEnd) -> Entry:
    text = label("wish_ends", row.reason)
    return _entry(row, _("The wish to return ended"), "ban", text)


def _risk(row: ReturnRisk) -> Entry:
    return _entry(row, _("Risks assessed"), "scale", PLACES[row.place])


def _anew(row: AssessedAnew) -> Entry:
    return _entry(row, _("The risks of a return are to be assessed anew"), "alert-triangle")


def _decision(row: ReturnDecision) -> Entry:
    text = _("Told in: %(language)s.") % {"language": label("languages", row.language)}
    return _entry(row, _("The person, told, wishes to return still"), "check", text)


def _travel(row: Travel) -> Entry:
    text = label("travel_companies", row.company)
    return _entry(row, _("With whom the person travelled"), "arrow-right", text)


def _arrival(row: Arrival) -> Entry:
    text = f"{label('arrival_confirmers', row.confirmer)}. {label('arrival_ways', row.way)}."
    return _entry(row, _("Who confirmed the arrival"), "flag", text)


def _visit(row: ReturnVisit) -> Entry:
    text = label("safety_answers", row.safe) if row.reached else _("Nobody was reached.")
    return _entry(row, _("Somebody asked how the person is"), "message", text)


def _end(row: MonitoringEnd) -> Entry:
    text = label("monitoring_ends", row.reason) if row.reason else ""
    return _entry(row, _("The monitoring after the return ended"), "check", text)
