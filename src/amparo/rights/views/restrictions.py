from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.restriction.actions import lift as lift_restriction
from amparo.access.restriction.actions import restrict as restrict_use
from amparo.access.restriction.queries import restriction_of
from amparo.access.views import SignedInRequest, requires
from amparo.cases.views.scope import case_or_404, form_page
from amparo.rights.forms import LiftForm, RestrictionForm


@requires(Act.RESTRICT)
def restrict(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.RESTRICT, reference)
    return form_page(
        request,
        case,
        RestrictionForm(request.POST or None),
        lambda data: restrict_use(case.pk, by=request.user, **data),
        title=_("Restrict the use of this file"),
        lead=_(
            "It is kept, and the clocks run on. Nothing new is shared, offered or handed out, and"
            " it opens only to keep the person safe, for a court, to correct it, or to show it to"
            " the person. Who holds it already keeps it."
        ),
        button=_("Restrict the use"),
        done=_("The use of this file is restricted."),
        cites="restriction",
    )


@requires(Act.RESTRICT)
def lift(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.RESTRICT, reference)
    if restriction_of(case.pk) is None:
        raise Http404
    return form_page(
        request,
        case,
        LiftForm(request.POST or None),
        lambda data: lift_restriction(case.pk, by=request.user),
        title=_("Lift the restriction"),
        lead=_("Tell the person first. From then on the file is used as before."),
        button=_("Lift it"),
        done=_("The restriction is lifted."),
        cites="restriction",
    )
