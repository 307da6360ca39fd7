"""How a view comes to a case: through what is shared with the user, or not at all."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from amparo.access.policy import Act
from amparo.access.standing import is_allowed
from amparo.access.views import SignedInRequest, perform
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.design.forms import AmparoForm


def case_or_404(request: SignedInRequest, act: Act, reference: str) -> Case:
    """Absent and forbidden look alike."""
    case = get_object_or_404(cases_for(request.user), reference=reference)
    if not is_allowed(request.user, act, case.pk):
        raise Http404
    return case


def form_page(
    request: SignedInRequest,
    case: Case,
    form: AmparoForm,
    do: Callable[[dict[str, Any]], object],
    **words: object,
) -> HttpResponse:
    """One form about a case: done, it leads back to the case; refused, it says why.

    `words`: title, lead, button, done, cites.
    """
    if request.method == "POST" and perform(form, do, by=request.user):
        messages.success(request, str(words["done"]))
        return redirect("cases:detail", case.reference)
    return render(request, "cases/form.html", {"case": case, "form": form, **words})
