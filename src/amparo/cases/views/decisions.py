from django.http import HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions import decisions
from amparo.cases.forms import EndForm, ReceiveForm
from amparo.cases.views.scope import case_or_404, form_page
from amparo.design.forms import AmparoForm


@requires(Act.WRITE_CASE)
def refer(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        AmparoForm(request.POST or None),
        lambda data: decisions.refer(case, by=request.user),
        title=_("Refer the file to the bureau"),
        lead=_("The bureau acknowledges within a day; the first decision has its own clock."),
        button=_("Refer the file"),
        done=_("The file is with the bureau."),
        cites="referral",
        other_url="cases:end",
        other=_("The person does not want this, or there are no signs"),
    )


@requires(Act.WRITE_CASE)
def end(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        EndForm(request.POST or None),
        lambda data: decisions.end_without_referral(case, by=request.user, **data),
        title=_("End without a referral"),
        lead=_("An adult may refuse. Tell them whom to call if they change their mind."),
        button=_("End without a referral"),
        done=_("Nothing was sent that names the person."),
        cites="referral",
    )


@requires(Act.RECEIVE)
def receive(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.RECEIVE, reference)
    return form_page(
        request,
        case,
        ReceiveForm(request.POST or None),
        lambda data: decisions.receive(case, by=request.user, **data),
        title=_("Acknowledge the file"),
        lead=_("The file opens to the two units you choose, and to nobody else."),
        button=_("Acknowledge"),
        done=_("The file is acknowledged and shared."),
        cites="clocks",
    )


@requires(Act.RECEIVE)
def share_again(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.RECEIVE, reference)
    return form_page(
        request,
        case,
        ReceiveForm(request.POST or None),
        lambda data: decisions.share_again(case, by=request.user, **data),
        title=_("Share the file again"),
        lead=_("A consent ended and shut the file; the person has said a new yes. Choose anew."),
        button=_("Share the file"),
        done=_("The file is shared."),
        cites="consent",
    )


@requires(Act.WRITE_CASE)
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        AmparoForm(request.POST or None),
        lambda data: decisions.withdraw(case, by=request.user, reason="consent_withdrawn"),
        title=_("The person withdraws"),
        lead=_("The identification ends at the person's word. Help stays open."),
        button=_("Record the withdrawal"),
        done=_("The withdrawal is recorded."),
        cites="consent",
    )
