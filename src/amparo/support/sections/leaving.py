from django.utils.translation import gettext as _

from amparo.cases.clocks.rules import name_of
from amparo.cases.machine import State
from amparo.cases.pages.parts import Reader, Section, Way, step
from amparo.design import tokens
from amparo.design.parts import Row, Task
from amparo.people.codes import label, listed
from amparo.people.country import day_of
from amparo.support.models import FollowUp, SupportExit
from amparo.support.queries import follow_ups, last_exit, waiting_follow_ups
from amparo.support.sections.emergency import seeking
from amparo.support.words import DANGER_WORDS, yes


def section(reader: Reader) -> Section:
    left = last_exit(reader.case) if reader.case.support == State.ENDED else None
    rows = _rows(left) if left else []
    rows += [row for each in follow_ups(reader.case) if left for row in _followed(each)]
    rows += [
        Row(
            name_of(each.rule),
            _("due on %(day)s") % {"day": tokens.day_in_words(day_of(each.due_at))},
        )
        for each in waiting_follow_ups(reader.case)
    ]
    return Section(
        _("Exit and follow-up"), "door-exit", rows,
        _("Support goes on. Nobody leaves without a plan for later."), _ways(reader),
        _step(reader, left),
    )  # fmt: skip


def _ways(reader: Reader) -> list[Way]:
    if waiting_follow_ups(reader.case):
        return reader.ways("follow-up")
    return reader.ways("exit") if reader.case.support not in ("", State.ENDED) else []


def _rows(left: SupportExit) -> list[Row]:
    return [
        Row(_("Support ended"), tokens.day(day_of(left.at))),
        Row(_("Why"), label("exit_reasons", left.reason)),
        Row(_("Does the person know whom to call?"), yes(left.told)),
        Row(_("May the person be asked later?"), yes(left.follow_up)),
    ]


def _followed(row: FollowUp) -> list[Row]:
    said = [label("follow_up_contacts", row.contact)]
    if row.danger:
        said.append(str(DANGER_WORDS[row.danger]))
    said += [
        f"{label('inclusion_areas', area)}: {label('inclusion_standings', standing)}"
        for area in listed("inclusion_areas").codes
        if (standing := getattr(row, area))
    ]
    if row.wants_help:
        said.append(_("Wants help again"))
    return [Row(name_of(row.rule), " · ".join(said))]


def tasks(reader: Reader) -> list[Task]:
    """The follow-up that comes next; and help anew for whoever asked for it."""
    found = follow_ups(reader.case)
    if reader.case.support == State.ENDED and found and found[-1].wants_help:
        again = _("The person wants help again: record what is needed")
        ways = [Task(again, way.href, _("Said at the last follow-up")) for way in seeking(reader)]
    else:
        ways = []
    waiting, deed = waiting_follow_ups(reader.case), reader.ways("follow-up")
    if waiting and deed:
        ways.append(
            Task(name_of(waiting[0].rule), deed[0].href, _("By safe contact only"),
                 waiting[0].due_at)
        )  # fmt: skip
    return ways


def _step(reader: Reader, left: SupportExit | None) -> Task:
    title, waiting = _("Exit and follow-up"), waiting_follow_ups(reader.case)
    if waiting:
        ways = reader.ways("follow-up")
        href = ways[0].href if ways else ""
        return Task(title, href, name_of(waiting[0].rule), waiting[0].due_at, _("to come"), "info")
    if left:
        return step(title, _("ended"), "good", [])
    if reader.case.support == State.ENDED:
        return step(title, _("ended with the file"), "plain", [])
    return step(title, _("support goes on"), "plain", [])
