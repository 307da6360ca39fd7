from django.http import Http404, HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.figures import presenters
from amparo.figures.charts import draw
from amparo.figures.exports import HEADER, as_csv
from amparo.figures.queries import notified, tables
from amparo.figures.tables import ALL, THRESHOLD
from amparo.methods import clock
from amparo.vocab.codelists import load


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
        "cross": presenters.cross_table(found[year]),
        "notified": notified(year, files=found[year].values[ALL]),
        "threshold": THRESHOLD,
        "list_version": load("forms").version,
        "as_of": now,
        "header": HEADER,
    }
    return render(request, "figures/table.html", context)


@requires(Act.SEE_FIGURES)
def as_file(request: SignedInRequest) -> HttpResponse:
    """One year as CSV, or every year."""
    found, year = tables(), _year(request)
    if year is not None and year not in found:
        raise Http404
    chosen = {year: found[year]} if year else found
    name = f"figures-{year}.csv" if year else "figures.csv"
    return HttpResponse(
        as_csv(chosen, clock.now()),
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
