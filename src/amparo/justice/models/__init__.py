from amparo.justice.models.dossier import Dossier, OfDossier
from amparo.justice.models.offender import Offender, SameOffender

__all__ = ["Dossier", "OfDossier", "Offender", "SameOffender"]
