"""How services answer, for the bureau: offers received, load, times, reasons of declining."""

from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.methods import clock
from amparo.people.country import today
from amparo.referrals.periods import first_moment, months_back
from amparo.referrals.providers.forms import ProvidersFilter
from amparo.referrals.providers.presenters import as_csv, numbers
from amparo.referrals.providers.queries import half_of_all, lines
from amparo.referrals.queries import offers_for


@requires(Act.SEE_PROVIDERS)
def providers(request: SignedInRequest) -> HttpResponse:
    form, now = ProvidersFilter(request.GET), clock.now()
    asked = offers_for(request.user).made_since(first_moment(form.length))
    found = lines(form.services(), asked, now)
    half = half_of_all(asked, [line.service for line in found])
    context = {
        "form": form,
        "numbers": numbers(found, half, form.length, now),
        "found": bool(found),
        "since": months_back(today(), form.length),
        "query": request.GET.urlencode(),
    }
    return render(request, "referrals/providers.html", context)


@requires(Act.SEE_PROVIDERS)
def as_file(request: SignedInRequest) -> HttpResponse:
    form, now = ProvidersFilter(request.GET), clock.now()
    asked = offers_for(request.user).made_since(first_moment(form.length))
    found = lines(form.services(), asked, now)
    return HttpResponse(
        as_csv(found, months_back(today(), form.length), now),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="providers.csv"'},
    )
