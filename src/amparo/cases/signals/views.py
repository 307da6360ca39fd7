from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.queries import cases_for
from amparo.cases.signals import actions
from amparo.cases.signals.forms import SignalForm
from amparo.cases.views.scope import case_or_404
from amparo.design.forms import AmparoForm


@requires(Act.OPEN_FILE)
def note(request: SignedInRequest) -> HttpResponse:
    form = SignalForm(request.POST or None)
    if request.method == "POST" and perform(
        form,
        lambda data: actions.note_signal(by=request.user, key=form.cleaned_data["key"], **data),
        by=request.user,
    ):
        messages.success(request, _("The signal is noted, and its clock runs."))
        case = get_object_or_404(cases_for(request.user), pk=form.cleaned_data["key"])
        return redirect("cases:detail", case.reference)
    return render(request, "cases/signal.html", {"form": form})


@requires(Act.OPEN_FILE)
def screen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin the screening of a file that a signal opened."""
    case = case_or_404(request, Act.OPEN_FILE, reference)
    form = AmparoForm(request.POST if request.method == "POST" else None)
    if perform(
        form,
        lambda data: actions.screen(case, by=request.user, key=form.cleaned_data["key"]),
        by=request.user,
    ):
        return redirect("screening:resume", form.cleaned_data["key"])
    return render(request, "cases/screen.html", {"form": form, "case": case})
