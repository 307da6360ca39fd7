from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.actions.measures import take_measure
from amparo.cases.forms import MeasureForm
from amparo.cases.models import Measure
from amparo.cases.views.scope import case_or_404, form_page
from amparo.cases.words import MEASURES


@requires(Act.WRITE_CASE)
def measure(request: SignedInRequest, reference: str, kind: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    if kind not in MEASURES:
        raise Http404
    title, lead, cites = MEASURES[kind]
    return form_page(
        request,
        case,
        MeasureForm(request.POST or None),
        lambda data: take_measure(case, Measure.Kind(kind), by=request.user, **data),
        title=title,
        lead=lead,
        button=_("Record it"),
        done=_("It is recorded."),
        cites=cites,
        then="justice_file:non-punishment",
    )
