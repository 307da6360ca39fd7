"""How a view comes to a dossier: through what is shared for evidence, or not at all."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from amparo.access.policy import Act
from amparo.access.standing import is_allowed
from amparo.access.views import SignedInRequest
from amparo.justice.models import Dossier
from amparo.justice.queries import dossiers_for


def dossier_or_404(request: SignedInRequest, act: Act, reference: str) -> Dossier:
    """Absent and forbidden look alike."""
    dossier = get_object_or_404(dossiers_for(request.user), reference=reference)
    if not is_allowed(request.user, act, dossier.pk):
        raise Http404
    return dossier
