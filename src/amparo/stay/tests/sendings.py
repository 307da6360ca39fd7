"""Every form of this page: on which case, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from amparo.cases.models import Case
from amparo.people.country import today
from amparo.stay.tests.steps import arrived, both_assessed, decided, permit, travelled, wished
from support import files
from support.cast import Cast

Prepare = Callable[[Cast], tuple[Case, UUID | None]]


@dataclass(frozen=True)
class Sending:
    """`data`: a day as what gives it when the form is sent.

    `wanted`: the fields without which the form is refused, in their order on the page.
    """

    deed: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...]

    def path(self, case: Case, row: UUID | None) -> str:
        if row is None:
            return reverse("stay:stay_deed", args=[case.reference, self.deed])
        return reverse("stay:stay_row", args=[case.reference, self.deed, row])

    def filled(self, **changes: object) -> dict[str, Any]:
        made = {name: str(v()) if callable(v) else v for name, v in self.data.items()}
        return {"key": uuid4(), **made, **changes}


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


def in_a_year() -> date:
    return today() + timedelta(days=365)


# Days are asked for when the form is sent: a test may run over midnight.
DAYS = {"since": today, "until": in_a_year}
WISH = {"topics": ["may_stay"], "language": "en", "own": "yes"}
RISKS = {
    "place": "there", "protection": "none", "reach": "met", "kin": "none",
    "living": "none", "health": "unknown",
}  # fmt: skip
DECISION = {"language": "en", "still_wished": "yes", "plan": "Her aunt meets her."}
ARRIVAL = {"day": today, "confirmer": "service", "way": "met"}

SENDINGS: tuple[Sending, ...] = (
    Sending("reflection", an_adult, DAYS, tuple(DAYS)),
    Sending("permit", an_adult, {"ground": "asylum", **DAYS}, ("ground", *DAYS)),
    Sending("stay-step", with_a_permit, {"what": "renewal"}, ("what",)),
    Sending("wish", an_adult, WISH, tuple(WISH)),
    Sending("wish-end", who_wishes, {"reason": "changed_mind"}, ("reason",)),
    Sending("risks", who_wishes, RISKS, tuple(RISKS)),
    Sending("return", whose_risks_are_known, DECISION, tuple(DECISION)),
    Sending(
        "travel", whose_return_is_decided, {"day": today, "company": "alone"}, ("day", "company")
    ),
    Sending("arrival", who_left, ARRIVAL, tuple(ARRIVAL)),
    Sending("visit", who_arrived, {"reached": "yes", "safe": "safe"}, ("reached",)),
    Sending("monitoring-end", who_arrived, {"reason": "person"}, ()),
)
