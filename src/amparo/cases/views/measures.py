from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.letters import print_letter
from amparo.cases.actions.measures import take_measure
from amparo.cases.forms import MeasureForm
from amparo.cases.letter import flagged, sentences
from amparo.cases.models import Measure
from amparo.cases.views.scope import case_or_404, form_page, pdf
from amparo.cases.words import MEASURES
from amparo.methods import clock
from amparo.people.country import country


@requires(Act.WRITE_CASE)
def measure(request: SignedInRequest, reference: str, kind: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    if kind not in MEASURES:
        raise Http404
    title, lead, cites = MEASURES[kind]
    return form_page(
        request,
        case,
        MeasureForm(request.POST or None),
        lambda data: take_measure(case, Measure.Kind(kind), by=request.user, **data),
        title=title,
        lead=lead,
        button=_("Record it"),
        done=_("It is recorded."),
        cites=cites,
    )


@requires(Act.WRITE_CASE)
def letter(request: SignedInRequest, reference: str) -> HttpResponse:
    """The letter that asks not to punish what the person was made to do (33/1 ¶6); it prints."""
    case = case_or_404(request, Act.WRITE_CASE, reference)
    if not flagged(case):
        raise Http404
    if request.method == "POST":
        return pdf(print_letter(case, by=request.user))
    context = {
        "case": case, "today": clock.now(), "bureau": country().numbers["bureau"],
        "sentences": sentences(),
    }  # fmt: skip
    return render(request, "cases/letter.html", context)
