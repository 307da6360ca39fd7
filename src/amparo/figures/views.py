from collections.abc import Mapping
from typing import TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.figures import presenters
from amparo.figures.alleged import alleged
from amparo.figures.charts import draw
from amparo.figures.exports import HEADER, OF_ALLEGATIONS, allegations_as_csv, as_csv
from amparo.figures.queries import allegations, notified, tables
from amparo.figures.tables import ALL, THRESHOLD
from amparo.methods import clock
from amparo.vocab.codelists import load

T = TypeVar("T")


@requires(Act.SEE_FIGURES)
def table(request: SignedInRequest) -> HttpResponse:
    found, now = tables(), clock.now()
    if not found:
        return render(request, "figures/empty.html")
    year = _year(request) or next(iter(found))
    if year not in found:
        raise Http404
    charts = (presenters.by_year(found, now.year), presenters.by_form(year, found[year]))
    context = {
        "year": year,
        "years": list(found),
        "provisional": year >= now.year,
        "charts": [(chart, draw(chart.finding, chart.bars)) for chart in charts],
        "cross": presenters.cross_table(year, found[year]),
        "alleged": (of_year := alleged(year)),
        "outcomes": of_year and draw(of_year.chart.finding, of_year.chart.bars),
        "notified": notified(year, files=found[year].values[ALL]),
        "threshold": THRESHOLD,
        "list_version": load("forms").version,
        "as_of": now,
        "header": HEADER,
        "alleged_header": OF_ALLEGATIONS,
    }
    return render(request, "figures/table.html", context)


@requires(Act.SEE_FIGURES)
def as_file(request: SignedInRequest) -> HttpResponse:
    """One year as CSV, or every year."""
    chosen = _chosen(request, tables())
    return _file(request, "figures", as_csv(chosen, clock.now()))


@requires(Act.SEE_FIGURES)
def allegations_as_file(request: SignedInRequest) -> HttpResponse:
    """Acts alleged against possible victims: one year as CSV, or every year."""
    chosen = _chosen(request, allegations(_year(request)))
    return _file(request, "non-punishment", allegations_as_csv(chosen, clock.now()))


def _chosen(request: SignedInRequest, found: Mapping[int, T]) -> Mapping[int, T]:
    year = _year(request)
    if year is None:
        return found
    if year not in found:
        raise Http404
    return {year: found[year]}


def _file(request: SignedInRequest, name: str, text: str) -> HttpResponse:
    year = _year(request)
    name = f"{name}-{year}.csv" if year else f"{name}.csv"
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _year(request: SignedInRequest) -> int | None:
    asked = request.GET.get("year")
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdecimal() and len(asked) == 4):
        raise Http404
    return int(asked)
