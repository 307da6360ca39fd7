"""Acts alleged against possible victims as a page shows them: how it ends, and who was asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from amparo.figures.crossing import CrossTable, Head, Shown, crossed
from amparo.figures.non_punishment import OPEN, OUTCOMES
from amparo.figures.presenters import Chart, charted, in_words
from amparo.figures.queries import allegations
from amparo.figures.tables import ALL, TOTAL, Cell
from amparo.figures.words import outcome_label

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published


@dataclass(frozen=True)
class Alleged:
    """What the page of a year says of acts alleged; `asked` is None where it is withheld."""

    chart: Chart
    cross: CrossTable
    asked: Shown


def alleged(year: int) -> Alleged | None:
    """None for a year in which nothing was written down against anybody."""
    found = allegations(year).get(year)
    if found is None:
        return None
    published = found.published
    return Alleged(by_outcome(year, published), by_person(year, published), found.asked)


def by_person(year: int, published: "Published") -> CrossTable:
    return crossed(
        published,
        [
            *(Head(outcome_label(code), (code,)) for code in OUTCOMES),
            Head(_("Persons"), (TOTAL,), total=True),
        ],
        caption=_("Persons against whom acts were first alleged in %(shown)s") % {"shown": year},
        head=_("Outcome"),
        nothing=_("Nobody in this year:"),
    )


def by_outcome(year: int, published: "Published") -> Chart:
    """In the order of the list: how it ended is no rank of anything."""
    totals = {code: published.values[code, TOTAL, TOTAL] for code in OUTCOMES}
    return charted(
        _("How it ended for the person, %(year)s") % {"year": year},
        _finding(year, published.values),
        _("Outcome"),
        {outcome_label(code): persons for code, persons in totals.items() if persons != 0},
        counted=_("Persons"),
    )


def _finding(year: int, values: Mapping[Cell, Shown]) -> str:
    everybody, still = values[ALL], values[OPEN, TOTAL, TOTAL]
    if everybody is None:
        return _("No number can be shown for %(year)s.") % {"year": year}
    words = {"year": year, "all": in_words(everybody), "open": in_words(still or 0)}
    if still is None:
        return _("Acts were alleged against %(all)s persons in %(year)s.") % words
    return (
        _("Acts were alleged against %(all)s persons in %(year)s; for %(open)s it is open.") % words
    )
