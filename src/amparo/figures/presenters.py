from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from amparo.design.parts import Column, Table
from amparo.design.tokens import page_locale
from amparo.figures.charts import Bar
from amparo.figures.tables import AGES, ALL, TOTAL, Cell, categories
from amparo.figures.words import age_label, form_label, sex_label

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published

Shown = int | None  # None is withheld


@dataclass(frozen=True)
class Group:
    """Columns of one sex, or of all."""

    label: str
    ages: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A row of the table; its cells stand in the groups of the columns."""

    label: str
    groups: tuple[tuple[Shown, ...], ...]
    total: bool


@dataclass(frozen=True)
class CrossTable:
    """The table of a year. Rows and columns that are shown to be empty are left out."""

    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    absent: tuple[str, ...]

    @property
    def cells(self) -> list[Shown]:
        return [cell for line in self.lines for group in line.groups for cell in group]

    @property
    def hidden(self) -> int:
        return self.cells.count(None)


@dataclass(frozen=True)
class Chart:
    """Bars of what is shown, and the names of what is withheld; the table holds both.

    `query` asks the CSV for the same numbers.
    """

    title: str
    finding: str
    bars: tuple[Bar, ...]
    withheld: tuple[str, ...]
    table: Table
    query: str = ""


def cross_table(published: "Published") -> CrossTable:
    values = published.values
    forms, sexes = categories()["form"], categories()["sex"]
    present = [form for form in forms if values[form, TOTAL, TOTAL] != 0]
    rows = [*present, TOTAL]
    columns = {
        sex: [age for age in (*AGES, TOTAL) if any(values[form, sex, age] != 0 for form in rows)]
        for sex in (TOTAL, *sexes)
    }
    kept = {sex: ages for sex, ages in columns.items() if ages}
    lines = [
        Line(
            form_label(form),
            tuple(tuple(values[form, sex, age] for age in ages) for sex, ages in kept.items()),
            form == TOTAL,
        )
        for form in rows
    ]
    return CrossTable(
        groups=tuple(
            Group(sex_label(sex), tuple(age_label(age) for age in ages))
            for sex, ages in kept.items()
        ),
        lines=tuple(lines),
        absent=tuple(form_label(form) for form in forms if form not in present),
    )


def by_form(year: int, published: "Published") -> Chart:
    """Files per form, the largest shown first; withheld ones apart, in the order of the list."""
    totals = {form: published.values[form, TOTAL, TOTAL] for form in categories()["form"]}
    present = {form: files for form, files in totals.items() if files != 0}
    shown = sorted(_shown(present), key=lambda pair: -pair[1])
    order = [form for form, _files in shown] + [f for f in present if present[f] is None]
    return _chart(
        _("Files by form of exploitation, %(year)s") % {"year": year},
        _form_finding(year, published.values, shown),
        _("Main form suspected"),
        {form_label(form): present[form] for form in order},
        query=f"?year={year}",
    )


def _form_finding(year: int, values: Mapping[Cell, Shown], shown: Sequence[tuple[str, int]]) -> str:
    """About shown numbers only: whether a withheld one is larger is not said."""
    if not shown:
        return _("No form can be shown by itself for %(year)s.") % {"year": year}
    form, files = shown[0]
    if values[ALL] is None:
        sentence = _("The largest count that can be shown for %(year)s is %(form)s: %(files)s.")
    else:
        sentence = _(
            "The largest count that can be shown for %(year)s is %(form)s:"
            " %(files)s of %(all)s files."
        )
    return sentence % {
        "form": form_label(form).lower(),
        "files": _words(files),
        "all": _words(values[ALL] or 0),
        "year": year,
    }


def by_year(tables: Mapping[int, "Published"], now_year: int) -> Chart:
    """Files per year, the newest first."""
    totals = {year: published.values[ALL] for year, published in tables.items()}
    labels = {
        (_("%(year)s, so far") % {"year": year} if year >= now_year else str(year)): files
        for year, files in totals.items()
    }
    return _chart(
        _("Files per year"), _year_finding(totals, now_year), _("Year of opening"), labels
    )


def _year_finding(totals: Mapping[int, Shown], now_year: int) -> str:
    """What the last full year says beside the one before it."""
    full = [year for year in totals if year < now_year]
    last = totals[full[0]] if full else None
    if last is None:
        return _("No full year can be shown yet.")
    words = {"year": full[0], "files": _words(last), "before": full[0] - 1}
    earlier = totals.get(full[0] - 1)
    if earlier is None:
        return _("%(files)s files were opened in %(year)s.") % words
    return _change(last - earlier) % {**words, "more": _words(abs(last - earlier))}


def _change(more: int) -> str:
    if more > 0:
        return _("%(files)s files were opened in %(year)s, %(more)s more than in %(before)s.")
    if more < 0:
        return _("%(files)s files were opened in %(year)s, %(more)s fewer than in %(before)s.")
    return _("%(files)s files were opened in %(year)s, as many as in %(before)s.")


def _chart(
    title: str, finding: str, first: str, counts: Mapping[str, Shown], *, query: str = ""
) -> Chart:
    withheld = _("withheld")
    return Chart(
        title,
        finding,
        bars=tuple(Bar(label, files, _words(files)) for label, files in _shown(counts)),
        withheld=tuple(label for label, files in counts.items() if files is None),
        table=Table(
            title,
            [Column(first), Column(_("Files"), numeric=True)],
            [(label, withheld if files is None else files) for label, files in counts.items()],
        ),
        query=query,
    )


def _words(files: int) -> str:
    return str(format_decimal(files, locale=page_locale()))


def _shown(counts: Mapping[str, Shown]) -> Iterator[tuple[str, int]]:
    yield from ((code, files) for code, files in counts.items() if files is not None)
