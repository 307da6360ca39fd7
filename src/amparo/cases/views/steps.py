"""A step along one track, for those that need no form of their own."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.steps import step
from amparo.cases.forms import StepForm
from amparo.cases.machine import Track
from amparo.cases.steps import plain_steps
from amparo.cases.views.scope import case_or_404, form_page


@requires(Act.SEE_CASE)
def take(request: SignedInRequest, reference: str, track: str) -> HttpResponse:
    case = case_or_404(request, Act.SEE_CASE, reference)
    states = plain_steps(case, track, standing_of(request.user)) if track in Track else []
    if not states:
        raise Http404
    return form_page(
        request,
        case,
        StepForm(request.POST or None, states=states),
        lambda data: step(case, Track(track), by=request.user, **data),
        title=_("Record a step: %(track)s") % {"track": Track(track).label},
        lead=_("Each step keeps who recorded it, when and why. None is ever changed."),
        button=_("Record the step"),
        done=_("The step is recorded."),
        cites="tracks",
    )
