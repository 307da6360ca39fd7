"""Which needs, areas and languages have nothing, and which have much, for the bureau."""

from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.directory.coverage.queries import coverage_days
from amparo.directory.queries import services
from amparo.referrals.coverage import presenters
from amparo.referrals.coverage.forms import CoverageFilter
from amparo.referrals.coverage.queries import squares
from amparo.referrals.coverage.rules import MONTHS
from amparo.referrals.periods import first_moment
from amparo.referrals.queries import needs_for


@requires(Act.SEE_PROVIDERS)
def coverage(request: SignedInRequest) -> HttpResponse:
    form = CoverageFilter(request.GET)
    asked = needs_for(request.user).recorded_since(first_moment(MONTHS))
    found = squares(form.services(services()), form.needs(asked))
    cell, days = form.cell, coverage_days()
    context = {
        "form": form,
        "found": presenters.found(found),
        "heads": presenters.heads(),
        "lines": presenters.lines(found),
        "over_time": presenters.over_time(days.kept(form.spoken)),
        "chosen": cell and presenters.of_one(cell, days.of_cell(cell, form.spoken)),
        "cell": cell,
    }
    return render(request, "referrals/coverage.html", context)
