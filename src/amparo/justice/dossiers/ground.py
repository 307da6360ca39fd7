"""How the pages of a dossier are come to."""

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.ground import Ground
from amparo.justice.dossiers.opening import open_evidence
from amparo.justice.dossiers.pages import DossierPage, DossierReader
from amparo.justice.models import Dossier
from amparo.justice.scope import dossier_or_404

DOSSIER: Ground[Dossier, DossierReader, DossierPage] = Ground(
    scope=dossier_or_404,
    reader=DossierReader,
    see=Act.SEE_DOSSIER,
    opens=Act.OPEN_EVIDENCE,
    open=open_evidence,
    closed=lambda dossier: dossier.erased,
    guard=lambda view: view,
    home="justice:dossier",
    back=_("Back to the dossier"),
)
