from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.consents import actions
from amparo.cases.consents.actions import (
    narrow_consent,
    record_consent,
    record_ground,
    withdraw_consent,
)
from amparo.cases.consents.forms import ConsentForm, GroundForm, NarrowForm, WithdrawConsentForm
from amparo.cases.consents.holders import holders, losing
from amparo.cases.consents.models import Consent, LegalGround
from amparo.cases.consents.queries import consents_of
from amparo.cases.queries import rows_of
from amparo.cases.views.scope import case_or_404, form_page
from amparo.design.forms import AmparoForm
from amparo.methods import clock
from amparo.people.codes import label


@requires(Act.WRITE_CASE)
def consent(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    languages = [*case.languages, "en"]
    initial = {"purpose": request.GET.get("purpose"), "language": languages[0]}
    form = ConsentForm(request.POST or None, initial=initial)
    return form_page(
        request,
        case,
        form,
        lambda data: record_consent(case, by=request.user, **data),
        title=_("Consent"),
        lead=_(
            "Explain first, in a language the person understands: what happens next, who will know,"
            " that help does not depend on it, and that they can change their mind on any day."
        ),
        button=_("Record the consent"),
        done=_("The consent is recorded."),
        cites="consent",
    )


@requires(Act.WRITE_CASE)
def ground(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    form = GroundForm(request.POST or None, initial={"purpose": request.GET.get("purpose")})
    return form_page(
        request,
        case,
        form,
        lambda data: record_ground(case, by=request.user, **data),
        title=_("Legal ground"),
        lead=_(
            "For a child, or in danger of life, a ground may stand for the consent."
            " The person is heard and told all the same."
        ),
        button=_("Record the ground"),
        done=_("The ground is recorded."),
        cites="consent",
    )


def about(row: Consent | LegalGround) -> dict[str, str]:
    return {"purpose": label("consent_purposes", row.purpose)}


@requires(Act.WRITE_CASE)
def withdraw(request: SignedInRequest, reference: str, consent: UUID) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    row = get_object_or_404(consents_of(case), pk=consent)
    return form_page(
        request,
        case,
        WithdrawConsentForm(request.POST or None),
        lambda data: withdraw_consent(row, by=request.user, **data),
        title=_("End a consent: %(purpose)s") % about(row),
        lead=_("It ends at once. What was shared before cannot be called back from memory."),
        losing=losing(row),
        button=_("End the consent"),
        done=_("The consent has ended. Below stands who still holds what."),
        then="cases:holders",
        cites="consent",
    )


@requires(Act.WRITE_CASE)
def end_ground(request: SignedInRequest, reference: str, ground: UUID) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    row = get_object_or_404(rows_of(LegalGround, case), pk=ground)
    return form_page(
        request,
        case,
        AmparoForm(request.POST or None),
        lambda data: actions.end_ground(row, by=request.user),
        title=_("End a ground: %(purpose)s") % about(row),
        lead=_("What it stood on is over, or the person can be asked again. It ends at once."),
        losing=losing(row),
        button=_("End the ground"),
        done=_("The ground has ended. Below stands who still holds what."),
        then="cases:holders",
        cites="consent",
    )


@requires(Act.WRITE_CASE)
def narrow(request: SignedInRequest, reference: str, consent: UUID) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    row = get_object_or_404(consents_of(case), pk=consent)
    return form_page(
        request,
        case,
        NarrowForm(request.POST or None, initial={"recipients": row.recipients}),
        lambda data: narrow_consent(row, by=request.user, **data),
        title=_("Narrow a consent: %(purpose)s") % about(row),
        lead=_("To fewer, or for a shorter time. What it no longer covers ends at once."),
        button=_("Narrow the consent"),
        done=_("The consent is narrower now. Below stands who still holds what."),
        then="cases:holders",
        cites="consent",
    )


@requires(Act.WRITE_CASE)
def who_holds(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    context = {"case": case, "holders": holders(case), "now": clock.now()}
    return render(request, "cases/holders.html", context)
