"""The page of the Child route, what is sealed on it, and one view for everything written there."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.cases.child import presenters
from amparo.cases.child.actions.opening import open_words
from amparo.cases.child.deeds import DEEDS
from amparo.cases.forms import PurposeForm
from amparo.cases.queries import erased
from amparo.cases.views.scope import case_or_404, form_page, opened, unless_sealed
from amparo.methods import clock


@requires(Act.SEE_CASE)
def page(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.SEE_CASE, reference)
    record("saw the child route", by=request.user, case=case.pk)
    context = {
        "case": case,
        "now": clock.now(),
        "erased": erased(case),
        **presenters.page(case, standing_of(request.user)),
    }
    return render(request, "cases/child/page.html", context)


@unless_sealed
@requires(Act.OPEN_ACCOUNT)
def words(request: SignedInRequest, reference: str) -> HttpResponse:
    """The child's own words, and whatever else is sealed on this route."""
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    form = PurposeForm(request.POST or None)
    rows = opened(form, lambda purpose: open_words(case, by=request.user, purpose=purpose))
    return render(request, "cases/child/words.html", {"case": case, "form": form, "rows": rows})


@requires(Act.SEE_CASE)
def deed(
    request: SignedInRequest, reference: str, deed: str, row: UUID | None = None
) -> HttpResponse:
    wanted = DEEDS.get(deed)
    if wanted is None or wanted.of_row != (row is not None):
        raise Http404
    case = case_or_404(request, wanted.act, reference)
    return form_page(
        request,
        case,
        wanted.form(request.POST or None),
        lambda data: wanted.run(case, row, data, by=request.user),
        title=wanted.title,
        lead=wanted.lead,
        button=_("Record it"),
        done=_("It is recorded."),
        cites=wanted.cites,
        then="cases:child",
    )
