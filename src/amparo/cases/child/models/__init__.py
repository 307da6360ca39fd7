from amparo.cases.child.models.age import AgeAppeal, AgeDecision
from amparo.cases.child.models.guardian import Guardian

__all__ = ["AgeAppeal", "AgeDecision", "Guardian"]
