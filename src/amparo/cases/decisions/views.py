from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases import presenters as file
from amparo.cases.decisions import actions, presenters
from amparo.cases.decisions.forms import DecisionForm, ReconsiderForm
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.machine import DECIDABLE
from amparo.cases.views.scope import case_or_404, form_page

DONE = {
    False: gettext_lazy("The decision is recorded."),
    True: gettext_lazy("Proposed. It counts when a second person agrees, within 72 hours."),
}


@requires(Act.DECIDE)
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.DECIDE, reference)
    two = presenters.second_person(case)
    form = DecisionForm(request.POST or None, case=case)
    if request.method == "POST" and perform(
        form, lambda data: actions.decide(case, by=request.user, **data), by=request.user
    ):
        messages.success(request, DONE[two])
        return redirect("cases:detail", case.reference)
    waits = presenters.proposed(case)
    context = {
        "case": case,
        "form": form,
        "open": form.is_bound or (case.identification in DECIDABLE and not waits),
        "two": two,
        "waits": waits,
        "to_agree": presenters.to_agree(case, request.user),
        "asked": presenters.asked_anew(case),
        "who": presenters.who_decides(case, request.user),
        "bounds": presenters.bounds(case),
        "facts": file.facts(case),
        "signs": file.signs(case),
        "decided": presenters.decided(case),
    }
    return render(request, "cases/decide.html", context)


@requires(Act.WRITE_CASE)
def reconsider(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        ReconsiderForm(request.POST or None),
        lambda data: ask_anew(case, by=request.user, **data),
        title=_("Ask for another decision"),
        lead=_("Somebody else decides: whoever took part in the decision before does not."),
        button=_("Ask for another decision"),
        done=_("Another decision is asked for."),
        cites="reconsideration",
    )
