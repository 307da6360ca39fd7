"""Acts alleged against possible victims as a page shows them: who was asked, and how it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from amparo.figures.crossing import CrossTable, Head, Shown, crossed
from amparo.figures.non_punishment import OPEN, REQUESTS, outcomes
from amparo.figures.presenters import Chart, charted, in_words
from amparo.figures.queries import allegation_tables
from amparo.figures.tables import TOTAL, Cell
from amparo.figures.words import outcome_label, request_label

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published

EVERYBODY: Cell = (TOTAL, TOTAL, TOTAL, TOTAL)


@dataclass(frozen=True)
class Alleged:
    """What the page of a year says of acts alleged."""

    chart: Chart
    cross: CrossTable


def alleged(year: int) -> Alleged | None:
    """None for a year in which nothing was written down against anybody."""
    published = allegation_tables().get(year)
    return Alleged(by_outcome(year, published), by_request(year, published)) if published else None


def by_request(year: int, published: "Published") -> CrossTable:
    """Of all: who was asked for, then how it stands."""
    return crossed(
        published,
        [
            Head(_("Persons"), (TOTAL, TOTAL), total=True),
            *(Head(request_label(code), (code, TOTAL)) for code in REQUESTS),
            *(Head(outcome_label(code), (TOTAL, code)) for code in outcomes()),
        ],
        caption=_("Persons against whom acts were first alleged in %(shown)s") % {"shown": year},
        head=_("Request and outcome"),
        nothing=_("Nobody in this year:"),
    )


def by_outcome(year: int, published: "Published") -> Chart:
    """In the order of the list: how it ended is no rank of anything."""
    totals = {code: published.values[TOTAL, code, TOTAL, TOTAL] for code in outcomes()}
    return charted(
        _("How it ended for the person, %(year)s") % {"year": year},
        _finding(year, published.values),
        _("Outcome"),
        {outcome_label(code): persons for code, persons in totals.items() if persons != 0},
        counted=_("Persons"),
    )


def _finding(year: int, values: Mapping[Cell, Shown]) -> str:
    everybody, still = values[EVERYBODY], values[TOTAL, OPEN, TOTAL, TOTAL]
    if everybody is None:
        return _("No number can be shown for %(year)s.") % {"year": year}
    words = {"year": year, "all": in_words(everybody), "open": in_words(still or 0)}
    if still is None:
        return _("Acts were alleged against %(all)s persons in %(year)s.") % words
    return (
        _("Acts were alleged against %(all)s persons in %(year)s; for %(open)s it is open.") % words
    )
