"""This room's part of a case's timeline: only what the file itself may tell to all its readers."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.cases.pages.parts import entry
from amparo.cases.queries import rows_of
from amparo.design.parts import Entry
from amparo.links.models import Looked, Merging
from amparo.links.words import STEPS


def entries(case: Case) -> list[Entry]:
    """A link is no line of it: the timeline is read by who may not see the other file."""
    return [*map(_looked, rows_of(Looked, case)), *map(_merging, rows_of(Merging, case))]


def _looked(row: Looked) -> Entry:
    title = _("It was looked whether the person is known already")
    return entry(row, _("Same person"), title, icon="search")


def _merging(row: Merging) -> Entry:
    ground = str(row.get_ground_display()) if row.ground else ""
    return entry(row, _("Same person"), STEPS[row.state], icon="link", text=ground)
