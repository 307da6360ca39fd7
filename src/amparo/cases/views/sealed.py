"""What is sealed opens by POST, with a purpose, and is never kept by the browser."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.files import add_account, correct_identity
from amparo.cases.actions.opening import open_accounts, open_identity
from amparo.cases.forms import AccountForm, IdentityForm, PurposeForm
from amparo.cases.views.scope import case_or_404, form_page, opened, unless_sealed


@unless_sealed
@requires(Act.OPEN_IDENTITY)
def identity(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.OPEN_IDENTITY, reference)
    form = PurposeForm(request.POST or None)
    rows = opened(form, lambda purpose: open_identity(case, by=request.user, purpose=purpose))
    return render(request, "cases/identity.html", {"case": case, "form": form, "rows": rows})


@unless_sealed
@requires(Act.WRITE_IDENTITY)
def correct(request: SignedInRequest, reference: str) -> HttpResponse:
    """Only what is filled in is written anew: the form never shows what is sealed."""
    case = case_or_404(request, Act.WRITE_IDENTITY, reference)
    return form_page(
        request,
        case,
        IdentityForm(request.POST or None),
        lambda data: correct_identity(
            case, by=request.user, identity={k: v for k, v in data["identity"].items() if v}
        ),
        title=_("Correct the identity"),
        lead=_("Fill in what is to be written anew. What you leave empty stays as it is."),
        button=_("Seal the correction"),
        done=_("The correction is sealed."),
        cites="identity",
    )


@unless_sealed
@requires(Act.OPEN_ACCOUNT)
def accounts(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    form = PurposeForm(request.POST or None)
    rows = opened(form, lambda purpose: open_accounts(case, by=request.user, purpose=purpose))
    return render(request, "cases/accounts.html", {"case": case, "form": form, "rows": rows})


@requires(Act.WRITE_CASE)
def add(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        AccountForm(request.POST or None),
        lambda data: add_account(case, data["text"], by=request.user),
        title=_("Add an account"),
        lead=_("What was seen, said or documented, and by whom."),
        button=_("Seal the account"),
        done=_("The account is sealed."),
        cites="identity",
    )
