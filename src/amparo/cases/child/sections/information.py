from django.utils.translation import gettext as _

from amparo.cases.child.models import Information
from amparo.cases.child.queries import information_of
from amparo.cases.pages.parts import Reader, Section, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label, listed
from amparo.people.country import day_of


def section(reader: Reader) -> Section:
    given = information_of(reader.case)
    ways = reader.ways("inform")
    return Section(
        _("What the child was told"), "message", [row for each in given for row in _rows(each)],
        _("Nobody has told the child yet what is going on."), ways,
        _step(reader, given),
    )  # fmt: skip


def _rows(row: Information) -> list[Row]:
    how = _("%(language)s, %(how)s; %(informer)s.") % {
        "language": label("languages", row.language),
        "how": row.get_how_display(),
        "informer": label("child_informers", row.informer),
    }
    told = "; ".join(label("child_topics", topic) for topic in row.topics)
    back = _("The child said it back.") if row.understood else _("To be told again.")
    return [Row(tokens.day(day_of(row.at)), f"{told}. {how} {back}")]


def untold(given: list[Information]) -> list[str]:
    """Topics that the child has not said back in their own words yet."""
    known = {topic for row in given if row.understood for topic in row.topics}
    return [code for code in listed("child_topics").codes if code not in known]


def _step(reader: Reader, given: list[Information]) -> Task:
    title, ways, left = _("What the child was told"), reader.ways("inform"), untold(given)
    if not left:
        return step(title, _("told"), "good", ways)
    note = "; ".join(label("child_topics", topic) for topic in left)
    return step(title, _("to tell"), "warn", ways, note=note)
