"""Which needs, areas and languages have nothing or much: in sentences, as a table, over time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amparo.design import tokens
from amparo.design.parts import Column, Table, Tone, Words
from amparo.directory import regions
from amparo.directory.coverage.models import CoverageDay
from amparo.directory.coverage.queries import Kept
from amparo.people.codes import label
from amparo.people.country import country
from amparo.referrals.coverage.queries import Square
from amparo.referrals.coverage.rules import Verdict

BADGES: Mapping[Verdict, tuple[Words, Tone, str]] = {
    Verdict.MISSED: (gettext_lazy("asked for, nobody"), "danger", "alert-triangle"),
    Verdict.GAP: (gettext_lazy("nobody"), "warn", "circle-x"),
    Verdict.OVERLAP: (gettext_lazy("more than is asked for"), "info", "users"),
}

# So many sentences are read; the others open by one press.
AT_ONCE = 8


@dataclass(frozen=True)
class Drawn:
    """A square of the table. `words`, `tone` and `icon` are empty where nothing is the matter."""

    lines: list[str]
    words: Words
    tone: Tone
    icon: str


@dataclass(frozen=True)
class Found:
    missed: list[str]
    gaps: list[str]
    overlaps: list[str]

    @property
    def first(self) -> list[str]:
        return self.missed[:AT_ONCE]

    @property
    def rest(self) -> list[str]:
        return self.missed[AT_ONCE:]


@dataclass(frozen=True)
class Line:
    kind: str
    squares: list[Drawn]


def found(squares: Iterable[Square]) -> Found:
    """Gaps that were asked for stand first, those asked for most often before the others."""
    by_verdict: dict[Verdict, list[Square]] = {each: [] for each in Verdict}
    for square in squares:
        by_verdict[square.verdict].append(square)
    missed = sorted(by_verdict[Verdict.MISSED], key=lambda square: -square.asked)
    return Found(
        [_missed(square) for square in missed],
        _gaps(by_verdict[Verdict.GAP]),
        [_overlap(square) for square in by_verdict[Verdict.OVERLAP]],
    )


def _missed(square: Square) -> str:
    sentence = ngettext(
        "Nobody offers %(kind)s in %(region)s; %(asked)d need was asked there.",
        "Nobody offers %(kind)s in %(region)s; %(asked)d needs were asked there.",
        square.asked,
    )
    said = sentence % {**_where(square), "asked": square.asked}
    return f"{said} {_elsewhere(square)}".strip()


def _gaps(squares: Sequence[Square]) -> list[str]:
    """One sentence for each kind, with all the regions in which nobody offers it."""
    by_kind: dict[str, list[str]] = {}
    for square in squares:
        by_kind.setdefault(square.kind, []).append(regions.label(square.region))
    sentence = _("Nobody offers %(kind)s in %(regions)s; nobody asked there.")
    return [
        sentence % {"kind": _kind(kind), "regions": ", ".join(names)}
        for kind, names in by_kind.items()
    ]


def _overlap(square: Square) -> str:
    there = square.there
    sentence = _(
        "%(kind)s in %(region)s: %(services)d services, %(free)d of %(places)d places free;"
        " needs asked there: %(asked)d."
    )
    return sentence % {
        "kind": label("services", square.kind), "region": regions.label(square.region),
        "services": there.services, "free": there.free, "places": there.places,
        "asked": square.asked,
    }  # fmt: skip


def _where(square: Square) -> dict[str, str]:
    return {"kind": _kind(square.kind), "region": regions.label(square.region)}


def _kind(code: str) -> str:
    """In quotes, so that a name of a list may stand in the middle of a sentence."""
    return _("“%(kind)s”") % {"kind": label("services", code)}


def _elsewhere(square: Square) -> str:
    if not square.elsewhere:
        return ""
    sentence = ngettext(
        "%(n)d service from elsewhere works for this region.",
        "%(n)d services from elsewhere work for this region.",
        square.elsewhere,
    )
    return sentence % {"n": square.elsewhere}


def heads() -> list[str]:
    return [regions.label(code) for code in country().regions]


def lines(squares: Iterable[Square]) -> list[Line]:
    rows: dict[str, list[Drawn]] = {}
    for square in squares:
        rows.setdefault(square.kind, []).append(_drawn(square))
    return [Line(label("services", kind), drawn) for kind, drawn in rows.items()]


def _drawn(square: Square) -> Drawn:
    words, tone, icon = BADGES.get(square.verdict, ("", "plain", ""))
    said = _there(square)
    if square.elsewhere:
        said.append(_("%(n)d from elsewhere") % {"n": square.elsewhere})
    if square.asked:
        sentence = ngettext("%(n)d need asked", "%(n)d needs asked", square.asked)
        said.append(sentence % {"n": square.asked})
    return Drawn(said, words, tone, icon)


def _there(square: Square) -> list[str]:
    there = square.there
    if not there.services:
        return []
    number = ngettext("%(n)d service", "%(n)d services", there.services) % {"n": there.services}
    free = _("%(free)d of %(places)d places free") % {"free": there.free, "places": there.places}
    return [number, free]


def of_each_month(days: Iterable[date]) -> list[date]:
    """The last day kept in each month, the newest first."""
    last: dict[tuple[int, int], date] = {}
    for day in sorted(days):
        last[day.year, day.month] = day
    return sorted(last.values(), reverse=True)


def over_time(kept: Sequence[Kept]) -> Table | None:
    """How many kinds in regions had nothing; none before the first day was kept."""
    by_day = {each.on: each for each in kept}
    rows = [
        (tokens.day(day), by_day[day].nothing, by_day[day].cells) for day in of_each_month(by_day)
    ]
    heads = (_("With nothing"), _("Kinds in regions, in all"))
    return _dated(_("Kinds of service in regions that had nothing"), heads, rows)


def of_one(cell: tuple[str, str], days: Iterable[CoverageDay]) -> Table | None:
    """The services and places of one kind in one region."""
    kind, region = cell
    by_day = {row.on: row for row in days}
    rows = [
        (tokens.day(day), by_day[day].services, by_day[day].places, by_day[day].free)
        for day in of_each_month(by_day)
    ]
    caption = _("%(kind)s in %(region)s") % {
        "kind": label("services", kind), "region": regions.label(region),
    }  # fmt: skip
    return _dated(caption, (_("Services"), _("Places"), _("Free")), rows)


def _dated(caption: str, heads: Iterable[str], rows: Sequence[Sequence[object]]) -> Table | None:
    columns = [Column(_("Day")), *(Column(head, numeric=True) for head in heads)]
    return Table(caption, columns, rows) if rows else None
