from django.utils.translation import gettext as _

from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design.parts import Row, Task
from amparo.people.codes import label
from amparo.support.models import Relative, RelativeUpdate
from amparo.support.queries import relatives
from amparo.support.words import DANGER_TONES, DANGER_WORDS, DANGERS


def section(reader: Reader) -> Section:
    found = relatives(reader.case)
    ways = [way for row in found for way in _update(reader, row)]
    return Section(
        _("Family and dependants"), "users", [_row(row) for row in found],
        _("Nobody is written down who depends on the person or is in danger."),
        [*reader.ways("near"), *ways], _step(reader, found),
    )  # fmt: skip


def now(row: Relative) -> Relative | RelativeUpdate:
    """The newest word on their danger and what is done."""
    updates = sorted(row.updates.all(), key=lambda update: update.at)
    return updates[-1] if updates else row


def _named(row: Relative) -> str:
    return f"{label('relations', row.relation)} · {label('whereabouts', row.place)}"


def _row(row: Relative) -> Row:
    last = now(row)
    said = [DANGER_WORDS[last.danger], label("relative_measures", last.measure)]
    if row.depends:
        said.insert(0, _("depends on the person"))
    return Row(_named(row), " · ".join(map(str, said)))


def _update(reader: Reader, row: Relative) -> list[Way]:
    title = _("How it stands now: %(who)s") % {"who": _named(row)}
    return reader.way("near-update", row.pk, title)


def _step(reader: Reader, found: list[Relative]) -> Task:
    title = _("Family and dependants")
    if not found:
        return step(title, _("nobody written down"), "plain", reader.ways("near"))
    worst = max(found, key=lambda row: DANGERS.index(now(row).danger))
    danger = now(worst).danger
    ways = _update(reader, worst)
    return step(title, DANGER_WORDS[danger], DANGER_TONES[danger], ways, note=_named(worst))
