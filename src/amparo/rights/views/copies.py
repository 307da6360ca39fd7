"""The person's copy: a form, and a paper that goes straight to the printer of the room."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import STOPS, SignedInRequest, requires, sentence
from amparo.cases.models import Case
from amparo.cases.views.scope import case_or_404, unless_sealed
from amparo.rights.actions.copies import give_copy
from amparo.rights.forms import CopyForm
from amparo.rights.words import languages

# The name under which a browser would keep it says nothing.
NEUTRAL_NAME = "information.pdf"


@unless_sealed
@requires(Act.GIVE_COPY)
def copy(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.GIVE_COPY, reference)
    form = CopyForm(request.POST or None, initial={"language": language_of(case)})
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        try:
            with transaction.atomic():  # what was refused leaves the page's own transaction whole
                return download(give_copy(case, by=request.user, **data))
        except STOPS as stop:
            form.add_error(None, sentence(stop))
    return render(request, "rights/copy.html", {"case": case, "form": form})


def language_of(case: Case) -> str:
    return next((code for code in case.languages if code in languages()), "en")


def download(pdf: bytes) -> HttpResponse:
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{NEUTRAL_NAME}"',
            "Cache-Control": "no-store",
        },
    )
