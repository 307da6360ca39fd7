from amparo.justice.models.dossier import Dossier

__all__ = ["Dossier"]
