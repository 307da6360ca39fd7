from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from amparo.design.parts import Column, Table
from amparo.design.tokens import page_locale
from amparo.figures.charts import Bar
from amparo.figures.crossing import CrossTable, Head, Shown, crossed
from amparo.figures.tables import ALL, TOTAL, Cell, categories
from amparo.figures.words import form_label

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published


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


def cross_table(year: int, published: "Published") -> CrossTable:
    forms = [Head(form_label(form), (form,)) for form in categories()["form"]]
    return crossed(
        published,
        [*forms, Head(form_label(TOTAL), (TOTAL,), total=True)],
        caption=_("Files opened in %(shown)s, by main form suspected") % {"shown": year},
        head=_("Main form suspected"),
        nothing=_("No file in this year:"),
    )


def by_form(year: int, published: "Published") -> Chart:
    """Files per form, the largest shown first; withheld ones apart, in the order of the list."""
    totals = {form: published.values[form, TOTAL, TOTAL] for form in categories()["form"]}
    present = {form: files for form, files in totals.items() if files != 0}
    shown = sorted(_shown(present), key=lambda pair: -pair[1])
    order = [form for form, _files in shown] + [f for f in present if present[f] is None]
    return charted(
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
        "files": in_words(files),
        "all": in_words(values[ALL] or 0),
        "year": year,
    }


def by_year(tables: Mapping[int, "Published"], now_year: int) -> Chart:
    """Files per year, the newest first."""
    totals = {year: published.values[ALL] for year, published in tables.items()}
    labels = {
        (_("%(year)s, so far") % {"year": year} if year >= now_year else str(year)): files
        for year, files in totals.items()
    }
    return charted(
        _("Files per year"), _year_finding(totals, now_year), _("Year of opening"), labels
    )


def _year_finding(totals: Mapping[int, Shown], now_year: int) -> str:
    """What the last full year says beside the one before it."""
    full = [year for year in totals if year < now_year]
    last = totals[full[0]] if full else None
    if last is None:
        return _("No full year can be shown yet.")
    words = {"year": full[0], "files": in_words(last), "before": full[0] - 1}
    earlier = totals.get(full[0] - 1)
    if earlier is None:
        return _("%(files)s files were opened in %(year)s.") % words
    return _change(last - earlier) % {**words, "more": in_words(abs(last - earlier))}


def _change(more: int) -> str:
    if more > 0:
        return _("%(files)s files were opened in %(year)s, %(more)s more than in %(before)s.")
    if more < 0:
        return _("%(files)s files were opened in %(year)s, %(more)s fewer than in %(before)s.")
    return _("%(files)s files were opened in %(year)s, as many as in %(before)s.")


def charted(
    title: str, finding: str, first: str, counts: Mapping[str, Shown], *, query: str = "",
    counted: str = "",
) -> Chart:  # fmt: skip
    """`counted`: what the numbers are of, if not files."""
    withheld = _("withheld")
    return Chart(
        title,
        finding,
        bars=tuple(Bar(label, files, in_words(files)) for label, files in _shown(counts)),
        withheld=tuple(label for label, files in counts.items() if files is None),
        table=Table(
            title,
            [Column(first), Column(counted or _("Files"), numeric=True)],
            [(label, withheld if files is None else files) for label, files in counts.items()],
        ),
        query=query,
    )


def in_words(files: int) -> str:
    return str(format_decimal(files, locale=page_locale()))


def _shown(counts: Mapping[str, Shown]) -> Iterator[tuple[str, int]]:
    yield from ((code, files) for code, files in counts.items() if files is not None)
