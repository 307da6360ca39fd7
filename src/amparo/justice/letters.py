"""The letter that asks not to punish what the person was made to do (33/1 ¶6); it prints."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.views.scope import case_or_404, pdf
from amparo.justice.actions.non_punishment import print_letter
from amparo.justice.deeds import NON_PUNISHMENT
from amparo.justice.letter import sentences
from amparo.justice.queries.non_punishment import allegation_with
from amparo.methods import clock
from amparo.people.country import country


@requires(Act.WRITE_CASE)
def letter(request: SignedInRequest, reference: str, row: UUID) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    raised = allegation_with(case, row)
    if raised is None:
        raise Http404
    if request.method == "POST":
        return pdf(print_letter(case, row, by=request.user))
    context = {
        "case": case, "today": clock.now(), "bureau": country().numbers["bureau"],
        "sentences": sentences(raised), "asked": NON_PUNISHMENT.href(case, "plead", row),
    }  # fmt: skip
    return render(request, "justice/letter.html", context)
