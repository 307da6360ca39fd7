from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.access.policy import may
from amparo.cases.files import link_to
from amparo.cases.pages.parts import Reader, Section, Way
from amparo.design import tokens
from amparo.design.parts import Row
from amparo.links.queries import (
    can_look,
    last_look,
    merged_into,
    merging_of,
    told_apart,
    waits_for_a_second,
)
from amparo.links.words import STEPS
from amparo.people.country import day_of


def section(reader: Reader) -> Section:
    return Section(
        _("The same person twice"), "search",
        [*_looked(reader), *_waiting(reader), *_merged(reader), *_apart(reader)],
        _("Nobody has looked yet whether this person is known already."), ways(reader),
    )  # fmt: skip


def ways(reader: Reader) -> list[Way]:
    """To the look; and to undo what was merged, which nothing else may be written about."""
    found = []
    if reader.writes and can_look(reader.case, reader.standing):
        href = reverse("links:duplicates", args=[reader.case.reference])
        found.append(Way(_("Look for possible duplicates"), href))
    return [*found, *_undo(reader)]


def _undo(reader: Reader) -> list[Way]:
    """The one thing that is still written of a merged file, if nobody has proposed it yet."""
    deed, case = reader.page.deeds["merge-end"], reader.case
    if not may(reader.standing, deed.act) or not merging_of(case) or waits_for_a_second(case):
        return []
    return [Way(deed.title, reader.page.href(case, "merge-end"))]


def _looked(reader: Reader) -> list[Row]:
    last = last_look(reader.case)
    return [Row(_("Last looked for"), tokens.day(day_of(last.at)))] if last else []


def _waiting(reader: Reader) -> list[Row]:
    asked = waits_for_a_second(reader.case)
    return [Row(STEPS[asked.state], _("waits for a second person"))] if asked else []


def _merged(reader: Reader) -> list[Row]:
    return [
        Row(_("Continued here"), link_to(row.case))
        for row in merged_into(reader.case).visible_to(reader.standing)
    ]


def _apart(reader: Reader) -> list[Row]:
    return [
        Row(_("Not the same person"), link_to(row.beside(reader.case)))
        for row in told_apart(reader.case, reader.standing)
    ]
