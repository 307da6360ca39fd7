from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reading, Section, Way
from amparo.design.parts import Row, Task, Words
from amparo.design.tokens import day_in_words
from amparo.justice.models import Hearing, HearingEnd
from amparo.justice.queries.proceedings import ended_hearings, open_hearings
from amparo.justice.rules import to_prepare
from amparo.people.codes import label, listed
from amparo.people.country import today


def section(reader: Reading) -> Section:
    waiting, over = open_hearings(reader.about.pk), ended_hearings(reader.about.pk)
    rows = [row for each in waiting for row in _waiting(each)]
    return Section(
        _("Hearings"), "calendar", [*rows, *map(_over, over)], _("No hearing is planned."),
        [way for each in waiting for way in _ways(reader, each)],
    )  # fmt: skip


def named(row: Hearing) -> Words:
    return _("%(kind)s on %(day)s") % {
        "kind": label("hearing_kinds", row.kind),
        "day": day_in_words(row.day),
    }


def left(row: Hearing) -> list[str]:
    """What is still to be done before it, as codes."""
    done = {each.what for each in row.preparations.all()}
    known = listed("hearing_preparations").codes
    return to_prepare(known, interpreter=bool(row.interpreter), done=done)


def _waiting(row: Hearing) -> list[Row]:
    measures = "; ".join(label("special_measures", code) for code in row.measures)
    said = [f"{measures}." if measures else _("Nothing was asked for to protect the person.")]
    if row.interpreter:
        said.append(
            _("Interpreter: %(language)s.") % {"language": label("languages", row.interpreter)}
        )
    if row.guardian:
        said.append(_("With the guardian."))
    to_do = "; ".join(label("hearing_preparations", code) for code in left(row))
    rows = [Row(named(row), " ".join(map(str, said)))]
    return [*rows, Row(_("To be done before it"), to_do)] if to_do else rows


def _over(row: HearingEnd) -> Row:
    missing = [code for code in row.hearing.measures if code not in row.measures]
    said = str(row.get_outcome_display()).capitalize() + "."
    if row.outcome == HearingEnd.Outcome.HELD and missing:
        what = "; ".join(label("special_measures", code) for code in missing)
        said += " " + _("Missing there: %(what)s.") % {"what": what}
    return Row(named(row.hearing), said)


def _ways(reader: Reading, row: Hearing) -> list[Way]:
    hearing = {"hearing": named(row)}
    prepare = _("Record what is prepared: %(hearing)s") % hearing
    return [
        *(reader.way("prepare", row.pk, prepare) if left(row) else []),
        *reader.way("hearing-end", row.pk, _("Record how it went: %(hearing)s") % hearing),
    ]


def tasks(reader: Reading) -> list[Task]:
    """For whoever looks after the person: what to prepare, and what to close."""
    return [task for row in open_hearings(reader.about.pk) for task in _tasks(reader, row)]


def _tasks(reader: Reading, row: Hearing) -> list[Task]:
    if row.day <= today():
        ways = reader.way("hearing-end", row.pk)
        return [Task(way.title, way.href, named(row), None, "", "warn") for way in ways]
    ways = reader.way("prepare", row.pk, _("Prepare the person for the hearing"))
    note = _("%(hearing)s: %(number)s things to do") % {
        "hearing": named(row), "number": len(left(row)),
    }  # fmt: skip
    return [Task(way.title, way.href, note) for way in ways if left(row)]
