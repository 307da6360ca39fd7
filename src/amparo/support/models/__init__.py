from amparo.support.models.assessment import NeedsAssessment
from amparo.support.models.contact import SafeContact
from amparo.support.models.health import HealthNote
from amparo.support.models.inclusion import Inclusion
from amparo.support.models.leaving import FollowUp, SupportExit
from amparo.support.models.plan import Goal, GoalEnd, SupportPlan
from amparo.support.models.relatives import Relative, RelativeUpdate
from amparo.support.models.services import ServiceFeedback, ServiceStep

__all__ = [
    "FollowUp",
    "Goal",
    "GoalEnd",
    "HealthNote",
    "Inclusion",
    "NeedsAssessment",
    "Relative",
    "RelativeUpdate",
    "SafeContact",
    "ServiceFeedback",
    "ServiceStep",
    "SupportExit",
    "SupportPlan",
]
