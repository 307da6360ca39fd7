from amparo.stay.models.afterwards import Arrival, MonitoringEnd, ReturnVisit, Travel
from amparo.stay.models.returning import (
    AssessedAnew,
    ReturnDecision,
    ReturnRisk,
    ReturnWish,
    WishEnd,
)
from amparo.stay.models.stays import Stay, StayStep

__all__ = [
    "Arrival",
    "AssessedAnew",
    "MonitoringEnd",
    "ReturnDecision",
    "ReturnRisk",
    "ReturnVisit",
    "ReturnWish",
    "Stay",
    "StayStep",
    "Travel",
    "WishEnd",
]
