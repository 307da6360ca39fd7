from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.events.models import Episode, LanguageChange, Missing, Threat
from amparo.events.queries import changes_of, episodes_of, missings_of, threats_of
from amparo.events.said import labels, set_off
from amparo.people.codes import label


def missing(reader: Reader) -> Section:
    rows = missings_of(reader.case)
    last = next(iter(rows), None)
    lost = last if last and not hasattr(last, "found") else None
    ways = reader.way("found", lost.pk) if lost else reader.ways("missing")
    return Section(
        _("Missing"), "search", [line for row in rows for line in _missing(row)],
        _("Nobody has written down that the person is missing."), ways,
        _waits(_("The person is missing"), ways) if lost else None,
    )  # fmt: skip


def _missing(row: Missing) -> list[Row]:
    lines = [Row(tokens.moment(row.at), label("police_told", row.police)), *set_off("missing", row)]
    if hasattr(row, "found"):
        lines.append(Row(tokens.moment(row.found.at), label("found_ways", row.found.how)))
    return lines


def retrafficked(reader: Reader) -> Section:
    rows = episodes_of(reader.case)
    waiting = [row for row in rows if not hasattr(row, "answer")]
    answers = [way for row in waiting for way in reader.way("retrafficked-answer", row.pk)]
    return Section(
        _("Trafficked again"), "history", [line for row in rows for line in _episode(row)],
        _("No other episode is known."), [*answers, *reader.ways("retrafficked")],
        _waits(_("The person was trafficked again"), answers) if waiting else None,
    )  # fmt: skip


def _episode(row: Episode) -> list[Row]:
    place, forms = label("places", row.place), labels("forms", row.forms)
    until = tokens.day(row.until) if row.until else _("not known to have ended")
    lines = [
        Row(tokens.moment(row.at), f"{forms}. {place}."),
        Row(_("From"), tokens.day(row.since)),
        Row(_("How sure that is"), label("precisions", row.since_precision)),
        Row(_("Until"), until),
        *set_off("retrafficked", row),
    ]
    if hasattr(row, "answer"):
        done = labels("protective_steps", row.answer.measures)
        lines.append(Row(tokens.moment(row.answer.at), done))
    return lines


def threat(reader: Reader) -> Section:
    rows = threats_of(reader.case)
    waiting = [row for row in rows if not hasattr(row, "answer")]
    answers = [way for row in waiting for way in reader.way("threat-answer", row.pk)]
    return Section(
        _("Threats"), "alert-triangle", [line for row in rows for line in _threat(row)],
        _("Nobody has written down a threat."), [*answers, *reader.ways("threat")],
        _waits(_("A threat waits for an answer"), answers) if waiting else None,
    )  # fmt: skip


def _threat(row: Threat) -> list[Row]:
    lines = [Row(tokens.moment(row.at), labels("threatened", row.against)), *set_off("threat", row)]
    if hasattr(row, "answer"):
        done = labels("protective_steps", row.answer.measures)
        lines.append(Row(tokens.moment(row.answer.at), done))
    return lines


def language(reader: Reader) -> Section:
    rows = changes_of(reader.case)
    waiting = [row for row in rows if not hasattr(row, "told")]
    answers = [way for row in waiting for way in reader.way("language-told", row.pk)]
    return Section(
        _("Languages"), "language", [line for row in rows for line in _change(row)],
        _("The languages of the file have not changed."), [*answers, *reader.ways("language")],
        _waits(_("Something is to be told anew"), answers) if waiting else None,
    )  # fmt: skip


def _change(row: LanguageChange) -> list[Row]:
    words = {"before": labels("languages", row.before), "after": labels("languages", row.languages)}
    lines = [
        Row(tokens.moment(row.at), _("From %(before)s to %(after)s") % words),
        Row(_("Why"), label("language_reasons", row.reason)),
        *set_off("language", row),
    ]
    if row.anew:
        lines.append(Row(_("To tell anew"), labels("told_anew", row.anew)))
    if hasattr(row, "told"):
        lines.append(Row(tokens.moment(row.told.at), label("languages", row.told.language)))
    return lines


def _waits(title: str, ways: list[Way]) -> Task:
    return step(title, _("waits for an answer"), "warn", ways)
