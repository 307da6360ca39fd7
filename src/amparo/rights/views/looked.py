from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.cases.views.scope import case_or_404
from amparo.rights.looked import looks, sentences
from amparo.rights.queries import readers_of, readings_of
from amparo.rights.words import Speaker


@requires(Act.SEE_CASE)
def looked(request: SignedInRequest, reference: str) -> HttpResponse:
    """The list that one reads to the person, or prints: who looked, when, why."""
    case = case_or_404(request, Act.SEE_CASE, reference)
    rows = readings_of(case)
    record("read who looked", by=request.user, case=case.pk)
    speaker = Speaker((get_language() or "en")[:2])
    lines = sentences(looks(rows, readers_of(rows, case)), speaker, without_services=False)
    return render(request, "rights/looked.html", {"case": case, "lines": lines})
