"""Every form of the Child route: by whom, on which case, sent with what."""

from uuid import UUID

from amparo.cases.child.actions.detention import note_detention
from amparo.cases.child.actions.family import answer_family_risk
from amparo.cases.child.deeds import PAGE
from amparo.cases.child.tests.steps import decided, planned, with_guardian
from amparo.cases.models import Case
from amparo.methods import clock
from support import files
from support.cast import Cast
from support.forms import Sending, in_days


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
MEETING = {"kind": "interview", "office": "police", "day": in_days(4)}
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
    Sending(PAGE, "age", a_child, AGE, tuple(AGE), by="panel"),
    Sending(PAGE, "appeal", decided_adult, {"lodged_by": "person"}, ("lodged_by",)),
    Sending(PAGE, "guardian-request", a_child, {"office": "court"}, ("office",)),
    Sending(PAGE, "guardian-appoint", a_child, APPOINT, tuple(APPOINT)),
    Sending(PAGE, "guardian-end", with_a_guardian, {"reason": "replaced"}, ("reason",)),
    Sending(PAGE, "inform", a_child, TOLD, tuple(TOLD)),
    Sending(PAGE, "meeting", a_child, MEETING, tuple(MEETING)),
    Sending(PAGE, "meeting-end", with_a_meeting, HELD, tuple(HELD)),
    Sending(
        PAGE,
        "interests",
        with_a_guardian,
        CHOICE,
        tuple(name for name in CHOICE if name != "words"),
    ),
    Sending(PAGE, "family-risk", a_child, RISK, tuple(RISK)),
    Sending(PAGE, "family-step", with_an_answered_risk, {"state": "requested"}, ("state",)),
    Sending(PAGE, "detention", a_child, DETAINED, tuple(DETAINED)),
    Sending(PAGE, "detention-end", a_detained_child, {"how": "home"}, ("how",)),
    Sending(PAGE, "recruited", a_child, RECRUITED, tuple(RECRUITED)),
    Sending(PAGE, "victim", a_child, STANDING, tuple(STANDING)),
    Sending(PAGE, "proceedings", a_child, {**STANDING, "standing": "none"}, tuple(STANDING)),
)
