"""Officers of the panel, and what they send."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.decisions.models import Decision
from amparo.cases.decisions.queries import decisions_of
from amparo.cases.models import Case
from amparo.people.models import Membership, User
from amparo.people.queries import as_of_now
from support.cast import Cast

TEXT = "The hours of Zorvanela's ledger agree with what two others say."


def second_officer(cast: Cast, name: str = "colleague", unit: str = "panel") -> User:
    """Works in the same unit as the panel's first member."""
    user = User(email=f"{name}@example.org", given_name=name.title(), family_name="Test")
    user.set_unusable_password()
    user.save()
    since = cast.panel.memberships.get().since
    Membership.objects.create(user=user, unit=cast.units[unit], since=since)
    return as_of_now(user)


def address(case: Case) -> str:
    return reverse("cases:decide", args=[case.reference])


def sent(**changes: Any) -> dict[str, Any]:
    """The first decision as a browser sends it."""
    data = {
        "key": uuid4(), "stands": "received", "outcome": "presumed", "reason": "grounds_found",
        "standing_0": "found", "since_0": "2024-03", "until_0": "2025",
        "evidence": ["signs", "witness"], "note": TEXT,
    }  # fmt: skip
    return {name: value for name, value in {**data, **changes}.items() if value is not None}


def kept(case: Case, cast: Cast) -> list[Decision]:
    with acting_as(cast.coordinator):
        return list(decisions_of(case))
