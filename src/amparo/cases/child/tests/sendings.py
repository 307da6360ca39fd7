"""Every form of the Child route: by whom, on which case, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from amparo.cases.child.actions.detention import note_detention
from amparo.cases.child.actions.family import answer_family_risk
from amparo.cases.child.tests.steps import decided, planned, with_guardian
from amparo.cases.models import Case
from amparo.methods import clock
from support import files
from support.cast import Cast

Prepare = Callable[[Cast], tuple[Case, UUID | None]]
MANAGER = "manager_a"


@dataclass(frozen=True)
class Sending:
    """`wanted`: the fields without which the form is refused, in their order on the page."""

    deed: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...]
    by: str = MANAGER

    def path(self, case: Case, row: UUID | None) -> str:
        if row is None:
            return reverse("cases:child_deed", args=[case.reference, self.deed])
        return reverse("cases:child_row", args=[case.reference, self.deed, row])

    def filled(self, **changes: object) -> dict[str, Any]:
        return {"key": uuid4(), **self.data, **changes}


def a_child(cast: Cast) -> tuple[Case, None]:
    return files.received(cast, age="not_sure"), None


def decided_adult(cast: Cast) -> tuple[Case, None]:
    case, _ = a_child(cast)
    decided(case, "adult", by=cast.panel)
    return case, None


def with_a_guardian(cast: Cast) -> tuple[Case, None]:
    case, _ = a_child(cast)
    with_guardian(case, by=cast.manager_a)
    return case, None


def with_a_meeting(cast: Cast) -> tuple[Case, UUID]:
    case, _ = with_a_guardian(cast)
    return case, planned(case, by=cast.manager_a).pk


def with_an_answered_risk(cast: Cast) -> tuple[Case, None]:
    case, _ = a_child(cast)
    answer_family_risk(case, by=cast.manager_a, danger="none", wished=True)
    return case, None


def a_detained_child(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_child(cast)
    return case, note_detention(
        case, by=cast.manager_a, place="police", since=clock.now()
    ).pk  # fmt: skip


AGE = {
    "result": "child", "authority": "court", "methods": ["documents"], "person_consented": "yes",
    "guardian_consented": "no", "benefit_of_doubt": "yes", "language": "en",
}  # fmt: skip
APPOINT = {"office": "court", "conflict": "none", "name": "Yssolande"}
MEETING = {"kind": "interview", "office": "police", "day": "2026-12-01"}
HELD = {"outcome": "held", "guardian_present": "yes"}
CHOICE = {
    "subject": "placement", "options": "here\nthere", "heard": "yes", "words": "Here.",
    "outcome": "for", "reasons": "She knows the place.", "decider": "guardian",
    "guardian_agrees": "yes",
}  # fmt: skip
TOLD = {
    "topics": ["rights"], "language": "en", "how": "talk", "informer": "lawyer",
    "understood": "yes",
}  # fmt: skip
RISK = {"danger": "none", "wished": "yes"}
DETAINED = {"place": "police", "since": "2026-11-20T10:00"}
RECRUITED = {"group": "gang", "way": "at_school", "returned": "no"}
STANDING = {"standing": "open", "authority": "court"}

SENDINGS: tuple[Sending, ...] = (
    Sending("age", a_child, AGE, tuple(AGE), by="panel"),
    Sending("appeal", decided_adult, {"lodged_by": "person"}, ("lodged_by",)),
    Sending("guardian-request", a_child, {"office": "court"}, ("office",)),
    Sending("guardian-appoint", a_child, APPOINT, tuple(APPOINT)),
    Sending("guardian-end", with_a_guardian, {"reason": "replaced"}, ("reason",)),
    Sending("inform", a_child, TOLD, tuple(TOLD)),
    Sending("meeting", a_child, MEETING, tuple(MEETING)),
    Sending("meeting-end", with_a_meeting, HELD, tuple(HELD)),
    Sending(
        "interests", with_a_guardian, CHOICE, tuple(name for name in CHOICE if name != "words")
    ),
    Sending("family-risk", a_child, RISK, tuple(RISK)),
    Sending("family-step", with_an_answered_risk, {"state": "requested"}, ("state",)),
    Sending("detention", a_child, DETAINED, tuple(DETAINED)),
    Sending("detention-end", a_detained_child, {"how": "home"}, ("how",)),
    Sending("recruited", a_child, RECRUITED, tuple(RECRUITED)),
    Sending("victim", a_child, STANDING, tuple(STANDING)),
    Sending("proceedings", a_child, {**STANDING, "standing": "none"}, tuple(STANDING)),
)
