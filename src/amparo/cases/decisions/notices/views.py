from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import STOPS, SignedInRequest, requires, sentence
from amparo.cases.decisions import presenters
from amparo.cases.decisions.notices import actions
from amparo.cases.decisions.notices.forms import PaperForm, ToldForm
from amparo.cases.views.scope import case_or_404, form_page, pdf, unless_sealed


@unless_sealed
@requires(Act.OPEN_ACCOUNT)
def notice(request: SignedInRequest, reference: str) -> HttpResponse:
    """The paper goes from memory to the printer of the room, and is in the log each time."""
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    form = PaperForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["language"]
        try:
            with transaction.atomic():  # what was refused leaves the page's own transaction whole
                return pdf(actions.print_notice(case, by=request.user, language=language))
        except STOPS as stop:
            form.add_error(None, sentence(stop))
    context = {"case": case, "form": form, "decided": presenters.decided(case)[:1]}
    return render(request, "cases/notice.html", context)


@unless_sealed
@requires(Act.OPEN_ACCOUNT)
def told(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    return form_page(
        request,
        case,
        ToldForm(request.POST or None, case=case),
        lambda data: actions.record_notice(case, by=request.user, **data),
        title=_("Record that the person was told"),
        lead=_("In a language that the person understands, without those who came with them."),
        button=_("Record it"),
        done=_("It is recorded that the person was told."),
        cites="notice",
    )
