from amparo.justice.models.assets import Asset, AssetStep
from amparo.justice.models.claims import Claim, ClaimStep
from amparo.justice.models.dossier import Dossier, OfDossier
from amparo.justice.models.non_punishment import Allegation, AllegationOutcome, Plea, PleaReply
from amparo.justice.models.offender import Offender, SameOffender
from amparo.justice.models.proceedings import (
    DropTold,
    Hearing,
    HearingEnd,
    Judgment,
    Preparation,
    Proceeding,
    Protection,
    ProtectionEnd,
    Stage,
)

__all__ = [
    "Allegation",
    "AllegationOutcome",
    "Asset",
    "AssetStep",
    "Claim",
    "ClaimStep",
    "Dossier",
    "DropTold",
    "Hearing",
    "HearingEnd",
    "Judgment",
    "OfDossier",
    "Offender",
    "Plea",
    "PleaReply",
    "Preparation",
    "Proceeding",
    "Protection",
    "ProtectionEnd",
    "SameOffender",
    "Stage",
]
