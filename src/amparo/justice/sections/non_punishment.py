from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.cases.models import Measure
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.cases.queries import measures_taken
from amparo.design.parts import Row, Task, Words
from amparo.design.tokens import day_in_words
from amparo.justice.models import Allegation, Plea, PleaReply
from amparo.justice.queries.non_punishment import (
    allegations_of,
    answers_of,
    outcome_of,
    pleas_of,
)
from amparo.justice.rules import is_open
from amparo.people.codes import label


def sections(reader: Reader) -> list[Section]:
    """One for each thing that is held against the person, and the way to write down another."""
    rows = allegations_of(reader.case)
    fresh = reader.ways("allege")
    if not rows:
        return [
            Section(
                _("Acts held against the person"), "flag", [],
                _("Nothing is held against the person, as far as anybody has said."), fresh,
            )
        ]  # fmt: skip
    found = [_section(reader, row) for row in rows]
    return [*found, Section(_("Something else"), "flag", [], "", fresh)] if fresh else found


def named(row: Allegation) -> Words:
    return ", ".join(label("alleged_acts", code) for code in row.acts)


def next_duty(row: Allegation) -> Words:
    """What comes next, in a few words: nobody waits without somebody who has to act."""
    pleas = pleas_of(row)
    if not pleas:
        return _("Ask not to punish")
    if any(is_open(answers_of(plea)) for plea in pleas):
        return _("An answer is due")
    return _("Record how it ended")


def _section(reader: Reader, row: Allegation) -> Section:
    rows = [
        Row(_("Where it stands"), label("allegation_stages", row.stage)),
        Row(_("With which office"), label("justice_offices", row.office)),
        *(line for plea in pleas_of(row) for line in _plea(plea)),
        *(_outcome(row) if outcome_of(row) else []),
    ]
    return Section(named(row), "flag", rows, "", _ways(reader, row))


def _plea(plea: Plea) -> list[Row]:
    replies = sorted(plea.replies.all(), key=lambda reply: reply.number)
    asked = _("Request of %(day)s") % {"day": day_in_words(plea.day)}
    waits = "" if replies else _("no answer yet")
    said = ", ".join(filter(None, [label("justice_offices", plea.office), waits]))
    return [Row(asked, said), *map(_reply, replies)]


def _reply(reply: PleaReply) -> Row:
    return Row(
        _("Answer of %(day)s") % {"day": day_in_words(reply.day)},
        label("plea_answers", reply.answer),
    )


def _outcome(row: Allegation) -> list[Row]:
    ended = sorted(row.outcomes.all(), key=lambda each: each.number)
    return [
        Row(
            _("How it ended"),
            f"{label('allegation_outcomes', each.outcome)}, {day_in_words(each.day)}",
        )
        for each in ended
    ]


def _ways(reader: Reader, row: Allegation) -> list[Way]:
    if not reader.ways("allege"):
        return []
    open_pleas = [plea for plea in pleas_of(row) if is_open(answers_of(plea))]
    letter = Way(_("See the letter"), letter_of(reader, row))
    return [
        *([] if outcome_of(row) else [letter, *reader.way("plead", row.pk)]),
        *(way for plea in open_pleas for way in _answer(reader, plea)),
        *reader.way("outcome", row.pk),
    ]


def _answer(reader: Reader, plea: Plea) -> list[Way]:
    office = {"office": label("justice_offices", plea.office)}
    return reader.way("reply", plea.pk, _("Record the answer: %(office)s") % office)


def letter_of(reader: Reader, row: Allegation) -> str:
    return reverse("justice_file:letter", args=[reader.case.reference, row.pk])


def tasks(reader: Reader) -> list[Task]:
    """On the case page: what is due so that the person is not punished."""
    rows = allegations_of(reader.case)
    if not rows:
        return _flagged(reader)
    return [task for row in rows if not outcome_of(row) for task in _due(reader, row)]


def _flagged(reader: Reader) -> list[Task]:
    if Measure.Kind.COERCION_FLAGGED not in measures_taken(reader.case):
        return []
    note = _("An offence under coercion was flagged")
    return [Task(way.title, way.href, note) for way in reader.ways("allege")]


def _due(reader: Reader, row: Allegation) -> list[Task]:
    pleas = pleas_of(row)
    if not pleas and reader.way("plead", row.pk):
        title = _("Issue the letter on non-punishment")
        return [Task(title, letter_of(reader, row), named(row), None, "", "warn")]
    waiting = [plea for plea in pleas if is_open(answers_of(plea))]
    if waiting:
        return [
            Task(w.title, w.href, named(row)) for plea in waiting for w in _answer(reader, plea)
        ]
    return [Task(way.title, way.href, named(row)) for way in reader.way("outcome", row.pk)]
