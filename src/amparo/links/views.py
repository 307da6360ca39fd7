from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.pages.parts import Reader
from amparo.cases.queries import cases_for
from amparo.cases.views.scope import case_or_404, opened
from amparo.links.actions.looking import look_for_same
from amparo.links.actions.together import file_of, note_together
from amparo.links.deeds import PAGE
from amparo.links.forms.pairs import LookForm
from amparo.links.forms.together import TogetherForm
from amparo.links.presenters import possible_rows


@requires(Act.FIND_PERSON)
def duplicates(request: SignedInRequest, reference: str) -> HttpResponse:
    """To look is to read: sent again it looks again, and is in the log again."""
    case = case_or_404(request, Act.OPEN_IDENTITY, reference)
    form = LookForm(request.POST if request.method == "POST" else None)
    found = opened(form, lambda purpose: look_for_same(case, by=request.user, purpose=purpose))
    rows = possible_rows(found or (), Reader(case, standing_of(request.user), PAGE))
    context = {"case": case, "page": PAGE, "form": form, "looked": found is not None, "rows": rows}
    return render(request, "links/duplicates.html", {**context, "back": PAGE.href(case)})


@requires(Act.OPEN_FILE)
def together(request: SignedInRequest) -> HttpResponse:
    """Several people found at one place at once, in one form."""
    form = TogetherForm(request.POST or None)
    if request.method == "POST" and perform(
        form,
        lambda data: note_together(by=request.user, key=form.cleaned_data["key"], **data),
        by=request.user,
    ):
        messages.success(
            request, _("Each has a file, numbered in the order of your list; the files are linked.")
        )
        first = file_of(form.cleaned_data["key"], 0)
        case = get_object_or_404(cases_for(request.user), pk=first)
        return redirect(PAGE.href(case))
    return render(request, "links/together.html", {"form": form})
