from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.evidence import presenters
from amparo.evidence.deeds import PAGE
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.scope import dossier_or_404


@requires(Act.SEE_DOSSIER)
def matrix(request: SignedInRequest, reference: str) -> HttpResponse:
    dossier = dossier_or_404(request, Act.SEE_DOSSIER, reference)
    record("saw the page: matrix", by=request.user, case=dossier.pk)
    reader = DossierReader(dossier, standing_of(request.user), PAGE)
    context = {
        "dossier": dossier,
        "blocks": presenters.blocks(dossier),
        "works": presenters.works(),
        "ways": reader.ways("episode"),
    }
    return render(request, "evidence/matrix.html", context)
