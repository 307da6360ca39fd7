"""Codes and effects of an event as rows of words."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from amparo.cases import happenings
from amparo.cases.happenings import Effect
from amparo.cases.models import Case
from amparo.design.parts import Row
from amparo.events.models.event import Event
from amparo.events.words import SIDES
from amparo.people.codes import label
from amparo.people.models import User


def labels(name: str, codes: Iterable[str]) -> str:
    return "; ".join(label(name, code) for code in codes)


def by_side(effects: Iterable[Effect]) -> list[Row]:
    """Three lines, always: also that nothing stops is worth to know."""
    found = list(effects)
    return [
        Row(title, " ".join(str(e.words) for e in found if e.side == side) or _("Nothing."))
        for side, title in SIDES.items()
    ]


def before(event: str) -> Callable[[Case, User], list[Row]]:
    """What its form shows: what it will set off on this file, if it is sent now."""

    def rows(case: Case, by: User) -> list[Row]:
        return by_side(happenings.effects(event, case, by))

    return rows


def set_off(event: str, row: Event) -> list[Row]:
    """What the event set off when it was written down."""
    known = happenings.known(event)
    return by_side(known[code] for code in row.effects if code in known)
