from django.utils.translation import gettext as _

from amparo.cases.machine import State
from amparo.cases.pages.parts import Reading, Section, Way
from amparo.design.parts import Row, Words
from amparo.design.tokens import day_in_words
from amparo.justice.models import Proceeding, Stage
from amparo.justice.queries.proceedings import last_stages, proceedings_of
from amparo.people.codes import label


def section(reader: Reading) -> Section:
    rows, last = proceedings_of(reader.about.pk), last_stages(reader.about.pk)
    ways = [way for row in rows for way in _ways(reader, row)]
    return Section(
        _("Proceedings"), "scale", [_row(row, last[row.pk]) for row in rows],
        _("No office was told of an offence yet: support does not wait for that."),
        [*reader.ways("proceeding"), *ways],
    )  # fmt: skip


def named(row: Proceeding) -> Words:
    return _("%(office)s, %(day)s") % {
        "office": label("justice_offices", row.office),
        "day": day_in_words(row.day),
    }


def _row(row: Proceeding, last: Stage) -> Row:
    said = _("%(stage)s since %(day)s. %(offences)s. Reported by %(who)s.") % {
        "stage": State(last.stage).label.capitalize(),
        "day": day_in_words(last.day),
        "offences": ", ".join(label("offences", code) for code in row.offences),
        "who": row.by,
    }
    why = " " + label("drop_grounds", last.ground) + "." if last.ground else ""
    return Row(named(row), said + why)


def _ways(reader: Reading, row: Proceeding) -> list[Way]:
    office = {"office": label("justice_offices", row.office)}
    return [
        *reader.way("stage", row.pk, _("Record a step: %(office)s") % office),
        *reader.way("hearing", row.pk, _("Record a hearing: %(office)s") % office),
        *reader.way("judgment", row.pk, _("Record a judgment: %(office)s") % office),
    ]
