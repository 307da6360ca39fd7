from django.http import HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.closings import propose_closing, propose_reopening
from amparo.cases.forms import CloseForm, ReopenForm
from amparo.cases.views.scope import case_or_404, form_page


@requires(Act.CLOSE)
def close(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.CLOSE, reference)
    return form_page(
        request,
        case,
        CloseForm(request.POST or None),
        lambda data: propose_closing(case, by=request.user, **data),
        title=_("Close the file"),
        lead=_("Say how the person leaves and how they may come back. A second person agrees."),
        button=_("Propose to close the file"),
        done=_("Proposed. The file closes when a second person agrees, within 72 hours."),
        cites="closing",
    )


@requires(Act.CLOSE)
def reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.CLOSE, reference)
    return form_page(
        request,
        case,
        ReopenForm(request.POST or None),
        lambda data: propose_reopening(case, by=request.user, **data),
        title=_("Open the file again"),
        lead=_("Nothing that was written is lost. A second person agrees."),
        button=_("Propose to open it again"),
        done=_("Proposed. The file opens when a second person agrees, within 72 hours."),
        cites="closing",
    )
