from amparo.cases.child.models.age import AgeAppeal, AgeDecision
from amparo.cases.child.models.encounter import Encounter, EncounterEnd
from amparo.cases.child.models.guardian import Guardian
from amparo.cases.child.models.information import Information
from amparo.cases.child.models.interests import BestInterests

__all__ = [
    "AgeAppeal",
    "AgeDecision",
    "BestInterests",
    "Encounter",
    "EncounterEnd",
    "Guardian",
    "Information",
]
