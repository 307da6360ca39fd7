"""Looking for a person: by POST only, so that no name stands in an address, a history or a log."""

from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.finding.actions.finding import find
from amparo.cases.finding.forms import FindForm
from amparo.cases.finding.presenters import found_rows
from amparo.cases.views.scope import opened


@requires(Act.FIND_PERSON)
def find_person(request: SignedInRequest) -> HttpResponse:
    form = FindForm(request.POST or None)
    found = opened(form, lambda purpose: find(form.wanted(), by=request.user, purpose=purpose))
    rows = found_rows(found) if found else []
    return render(request, "cases/find.html", {"form": form, "found": found, "rows": rows})
