"""Every form of this page: on which case, sent with what."""

from uuid import UUID

from amparo.cases.models import Case
from amparo.stay.deeds import PAGE
from amparo.stay.tests.steps import arrived, both_assessed, decided, permit, travelled, wished
from support import files
from support.cast import Cast
from support.forms import Sending, in_days


def an_adult(cast: Cast) -> tuple[Case, None]:
    return files.received(cast), None


def with_a_permit(cast: Cast) -> tuple[Case, UUID]:
    case, _ = an_adult(cast)
    return case, permit(case, by=cast.manager_a).pk


def who_wishes(cast: Cast) -> tuple[Case, None]:
    case, _ = an_adult(cast)
    wished(case, by=cast.manager_a)
    return case, None


def whose_risks_are_known(cast: Cast) -> tuple[Case, None]:
    case, _ = who_wishes(cast)
    both_assessed(case, by=cast.manager_a)
    return case, None


def whose_return_is_decided(cast: Cast) -> tuple[Case, None]:
    case, _ = whose_risks_are_known(cast)
    decided(case, by=cast.manager_a)
    return case, None


def who_left(cast: Cast) -> tuple[Case, None]:
    case, _ = an_adult(cast)
    travelled(case, by=cast.manager_a)
    return case, None


def who_arrived(cast: Cast) -> tuple[Case, None]:
    case, _ = an_adult(cast)
    arrived(case, by=cast.manager_a)
    return case, None


DAYS = {"since": in_days(0), "until": in_days(365)}
WISH = {"topics": ["may_stay"], "language": "en", "own": "yes"}
RISKS = {
    "place": "there", "protection": "none", "reach": "met", "kin": "none",
    "living": "none", "health": "unknown",
}  # fmt: skip
DECISION = {"language": "en", "still_wished": "yes", "plan": "Her aunt meets her."}
ARRIVAL = {"day": in_days(0), "confirmer": "service", "way": "met"}

SENDINGS: tuple[Sending, ...] = (
    Sending(PAGE, "reflection", an_adult, DAYS, tuple(DAYS)),
    Sending(PAGE, "permit", an_adult, {"ground": "asylum", **DAYS}, ("ground", *DAYS)),
    Sending(PAGE, "stay-step", with_a_permit, {"what": "renewal"}, ("what",)),
    Sending(PAGE, "wish", an_adult, WISH, tuple(WISH)),
    Sending(PAGE, "wish-end", who_wishes, {"reason": "changed_mind"}, ("reason",)),
    Sending(PAGE, "risks", who_wishes, RISKS, tuple(RISKS)),
    Sending(PAGE, "return", whose_risks_are_known, DECISION, tuple(DECISION)),
    Sending(
        PAGE,
        "travel",
        whose_return_is_decided,
        {"day": in_days(0), "company": "alone"},
        ("day", "company"),
    ),
    Sending(PAGE, "arrival", who_left, ARRIVAL, tuple(ARRIVAL)),
    Sending(PAGE, "visit", who_arrived, {"reached": "yes", "safe": "safe"}, ("reached",)),
    Sending(PAGE, "monitoring-end", who_arrived, {"reason": "person"}, ()),
)
