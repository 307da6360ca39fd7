"""Who may see a file, since when and until when; and ending it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.shares import end_share
from amparo.cases.forms import EndShareForm
from amparo.cases.presenters import sharing
from amparo.cases.queries import shares_of
from amparo.cases.views.scope import case_or_404, form_page


@requires(Act.END_SHARE)
def share_list(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.END_SHARE, reference)
    context = {"case": case, "rows": sharing(case, shares_of(case))}
    return render(request, "cases/sharing.html", context)


@requires(Act.END_SHARE)
def end(request: SignedInRequest, reference: str, unit: UUID) -> HttpResponse:
    case = case_or_404(request, Act.END_SHARE, reference)
    held = {grant.unit_id: grant.unit for grant in shares_of(case)}
    if unit not in held:
        raise Http404
    return form_page(
        request,
        case,
        EndShareForm(request.POST or None),
        lambda data: end_share(case, held[unit], by=request.user, **data),
        title=_("End what %(unit)s may see") % {"unit": held[unit]},
        lead=_("It ends in every session. What they noted or remember is not called back."),
        button=_("End it"),
        done=_("Recorded: the unit sees the file until then and no longer."),
        cites="access",
    )
