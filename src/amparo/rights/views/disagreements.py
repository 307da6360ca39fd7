from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.views.scope import case_or_404, form_page
from amparo.rights.actions.disagreements import disagree as write_disagreement
from amparo.rights.actions.disagreements import kind_of
from amparo.rights.forms import DisagreementForm


@requires(Act.WRITE_CASE)
def disagree(request: SignedInRequest, reference: str, about: UUID) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    if kind_of(case, about) is None:
        raise Http404
    return form_page(
        request,
        case,
        DisagreementForm(request.POST or None),
        lambda data: write_disagreement(case, about, data["text"], by=request.user),
        title=_("The person disagrees"),
        lead=_(
            "What was written stays, and these words stand beside it wherever it is opened."
            " If it is plainly wrong, correct it as well."
        ),
        button=_("Seal the person's words"),
        done=_("The person's words stand beside it now."),
        cites="disagreement",
    )
