from amparo.cases.child.models.age import AgeAppeal, AgeDecision
from amparo.cases.child.models.detention import Detention, DetentionEnd
from amparo.cases.child.models.encounter import Encounter, EncounterEnd
from amparo.cases.child.models.family import FamilyTracing
from amparo.cases.child.models.guardian import Guardian
from amparo.cases.child.models.information import Information
from amparo.cases.child.models.interests import BestInterests
from amparo.cases.child.models.of_age import ComingOfAge
from amparo.cases.child.models.recruited import ProceedingsStanding, Recruited, VictimStanding

__all__ = [
    "AgeAppeal",
    "AgeDecision",
    "BestInterests",
    "ComingOfAge",
    "Detention",
    "DetentionEnd",
    "Encounter",
    "EncounterEnd",
    "FamilyTracing",
    "Guardian",
    "Information",
    "ProceedingsStanding",
    "Recruited",
    "VictimStanding",
]
