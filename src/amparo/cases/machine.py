"""The four tracks of a case as data: which status may follow which, on whose act (ADR 8).

They run beside each other: protection waits for no police, and no decision holds up support.
States and their numbers (I1, I3a ...) are those of the referral mechanism, section B3.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act


class Track(models.TextChoices):
    IDENTIFICATION = "identification", _("Identification")
    SUPPORT = "support", _("Support")
    JUSTICE = "justice", _("Justice")
    RESIDENCE = "residence", _("Residence and return")


class State(models.TextChoices):
    SIGNAL = "signal", _("signal noted")  # I0
    SCREENED = "screened", _("screened")  # I1
    CONSENT_ASKED = "consent_asked", _("asked for consent")  # I2
    REFERRED = "referred", _("referred to the bureau")  # I3a
    NOTIFIED = "notified", _("notified without identity")  # I3b
    NOT_REFERRED = "not_referred", _("not referred")  # I3c
    RECEIVED = "received", _("received by the bureau")  # I4
    MORE_INFORMATION = "more_information", _("more information asked")  # I5
    PRESUMED = "presumed", _("presumed victim")  # I6+
    NOT_PRESUMED = "not_presumed", _("not presumed a victim")  # I6-
    REFLECTION = "reflection", _("in the protected period")  # I7
    CONFIRMED = "confirmed", _("identified victim")  # I8+
    NOT_CONFIRMED = "not_confirmed", _("not identified as a victim")  # I8-
    FIRST_CHALLENGED = "first_challenged", _("first decision being reconsidered")  # I9
    FINAL_CHALLENGED = "final_challenged", _("final decision being reconsidered")  # I9
    SUSPENDED = "suspended", _("suspended")  # I10
    WITHDRAWN = "withdrawn", _("withdrawn by the person")  # I11
    CLOSED = "closed", _("closed")  # I12
    REOPENED = "reopened", _("reopened")  # I12
    SOUGHT = "sought", _("a place is sought")  # S1
    PLACED = "placed", _("a place was accepted")  # S1
    ASSESSED = "assessed", _("needs and risks assessed")  # S2
    PLANNED = "planned", _("plan agreed with the person")  # S3
    IN_COURSE = "in_course", _("services in course")  # S4
    INCLUSION = "inclusion", _("social inclusion")  # S5
    ENDED = "ended", _("support has ended")  # S6
    REPORTED = "reported", _("reported")  # J1
    INVESTIGATED = "investigated", _("under investigation")  # J2
    PROSECUTED = "prosecuted", _("to be prosecuted")  # J3
    DROPPED = "dropped", _("dropped")  # J3
    CHARGED = "charged", _("charges brought")  # J4
    HEARING = "hearing", _("hearings")  # J5
    JUDGED = "judged", _("judged")  # J6
    APPEALED = "appealed", _("under appeal")  # J7
    FINAL = "final", _("final")  # J8
    NATIONAL = "national", _("nothing needed for the stay")  # R0
    REFLECTION_STAY = "reflection_stay", _("stay for reflection")  # R1
    PERMIT = "permit", _("residence permit")  # R2
    RETURN_WISHED = "return_wished", _("return wished")  # R3
    RETURN_ASSESSED = "return_assessed", _("risks of the return assessed")  # R3
    RETURN_DECIDED = "return_decided", _("return decided")  # R3
    TRAVELLED = "travelled", _("travelling")  # R3
    ARRIVED = "arrived", _("arrival confirmed")  # R3
    MONITORED = "monitored", _("monitoring has ended")  # R3
    TRANSFERRED = "transferred", _("handed over to another country's bureau")  # R4


@dataclass(frozen=True)
class Move:
    """Arrows of a track to one state: from these, by whoever may do this act.

    `back`: only to where the file stood before; `two`: one proposes it, a second person decides.
    """

    state: str
    act: Act
    sources: tuple[str, ...]
    back: bool = False
    two: bool = False


def _move(state: str, act: Act, *sources: str, back: bool = False, two: bool = False) -> Move:
    return Move(state, act, sources, back, two)


S = State
START = ""
BEFORE_REFERRAL = (S.SCREENED, S.CONSENT_ASKED)
WITH_THE_BUREAU = (S.REFERRED, S.RECEIVED, S.MORE_INFORMATION)
CHALLENGED = (S.FIRST_CHALLENGED, S.FINAL_CHALLENGED)
UNDECIDED = (*BEFORE_REFERRAL, *WITH_THE_BUREAU, S.PRESUMED, S.REFLECTION)
MAY_PAUSE = (*WITH_THE_BUREAU, S.REFLECTION, *CHALLENGED)
FIRST = (S.PRESUMED, S.NOT_PRESUMED)
FINAL = (S.CONFIRMED, S.NOT_CONFIRMED)
# What may be decided where the file stands.
DECIDABLE: Mapping[str, tuple[State, State]] = {
    S.RECEIVED: FIRST, S.FIRST_CHALLENGED: FIRST,
    S.REFLECTION: FINAL, S.FINAL_CHALLENGED: FINAL,
}  # fmt: skip
OUTCOMES = (S.NOTIFIED, S.NOT_REFERRED, S.NOT_PRESUMED, S.CONFIRMED, S.NOT_CONFIRMED, S.WITHDRAWN)
HELPED = (S.PLACED, S.ASSESSED, S.PLANNED, S.IN_COURSE, S.INCLUSION)
STAYING = (START, S.NATIONAL, S.REFLECTION_STAY, S.PERMIT)
LEAVING = (S.RETURN_WISHED, S.RETURN_ASSESSED, S.RETURN_DECIDED)

MOVES: Mapping[str, tuple[Move, ...]] = {
    Track.IDENTIFICATION: (
        _move(S.SIGNAL, Act.OPEN_FILE, START),
        _move(S.SCREENED, Act.OPEN_FILE, START, S.SIGNAL),
        _move(S.CONSENT_ASKED, Act.WRITE_CASE, S.SCREENED),
        _move(S.REFERRED, Act.OPEN_FILE, *BEFORE_REFERRAL, S.REOPENED),
        _move(S.NOTIFIED, Act.OPEN_FILE, *BEFORE_REFERRAL),
        _move(S.NOT_REFERRED, Act.OPEN_FILE, S.SIGNAL, *BEFORE_REFERRAL),
        _move(S.RECEIVED, Act.RECEIVE, S.REFERRED),
        _move(S.RECEIVED, Act.WRITE_CASE, S.MORE_INFORMATION),
        _move(S.MORE_INFORMATION, Act.ASK_INFORMATION, S.RECEIVED),
        _move(S.PRESUMED, Act.DECIDE, S.RECEIVED, S.FIRST_CHALLENGED),
        _move(S.NOT_PRESUMED, Act.DECIDE, S.RECEIVED, S.FIRST_CHALLENGED),
        _move(S.REFLECTION, Act.DECIDE, S.PRESUMED),
        _move(S.CONFIRMED, Act.DECIDE, S.REFLECTION, S.FINAL_CHALLENGED),
        _move(S.NOT_CONFIRMED, Act.DECIDE, S.REFLECTION, S.FINAL_CHALLENGED),
        _move(S.FIRST_CHALLENGED, Act.WRITE_CASE, S.NOT_PRESUMED),
        _move(S.FINAL_CHALLENGED, Act.WRITE_CASE, S.NOT_CONFIRMED),
        _move(S.SUSPENDED, Act.DECIDE, *MAY_PAUSE),
        *(_move(state, Act.DECIDE, S.SUSPENDED, back=True) for state in MAY_PAUSE),
        _move(S.WITHDRAWN, Act.WRITE_CASE, *UNDECIDED, *CHALLENGED, S.SUSPENDED, S.REOPENED),
        _move(S.CLOSED, Act.CLOSE, *OUTCOMES, S.SUSPENDED, S.REOPENED, two=True),
        _move(S.REOPENED, Act.CLOSE, S.CLOSED, two=True),
    ),
    Track.SUPPORT: (
        _move(S.SOUGHT, Act.FIND_PLACE, START, *HELPED, S.ENDED),
        _move(S.PLACED, Act.ANSWER_OFFER, S.SOUGHT),
        _move(
            S.ASSESSED,
            Act.WRITE_CASE,
            START,
            S.SOUGHT,
            S.PLACED,
            S.PLANNED,
            S.IN_COURSE,
            S.INCLUSION,
        ),
        _move(S.PLANNED, Act.WRITE_CASE, S.ASSESSED),
        _move(S.IN_COURSE, Act.WRITE_CASE, S.PLANNED),
        _move(S.INCLUSION, Act.WRITE_CASE, S.IN_COURSE),
        _move(S.ENDED, Act.CLOSE, S.SOUGHT, *HELPED),
    ),
    Track.JUSTICE: (
        _move(S.REPORTED, Act.WRITE_CASE, START, S.FINAL),
        _move(S.INVESTIGATED, Act.WRITE_CASE, S.REPORTED, S.DROPPED),
        _move(S.PROSECUTED, Act.WRITE_CASE, S.INVESTIGATED, S.DROPPED),
        _move(S.DROPPED, Act.WRITE_CASE, S.REPORTED, S.INVESTIGATED, S.CHARGED),
        _move(S.CHARGED, Act.WRITE_CASE, S.PROSECUTED),
        _move(S.HEARING, Act.WRITE_CASE, S.CHARGED, S.APPEALED),
        _move(S.JUDGED, Act.WRITE_CASE, S.HEARING),
        _move(S.APPEALED, Act.WRITE_CASE, S.JUDGED),
        _move(S.FINAL, Act.WRITE_CASE, S.DROPPED, S.JUDGED, S.APPEALED),
    ),
    Track.RESIDENCE: (
        _move(S.NATIONAL, Act.WRITE_CASE, START, *LEAVING),
        _move(S.REFLECTION_STAY, Act.WRITE_CASE, START, S.NATIONAL, *LEAVING),
        _move(
            S.PERMIT, Act.WRITE_CASE, START, S.NATIONAL, S.REFLECTION_STAY, *LEAVING, S.MONITORED
        ),
        _move(S.RETURN_WISHED, Act.WRITE_CASE, *STAYING),
        _move(S.RETURN_ASSESSED, Act.WRITE_CASE, S.RETURN_WISHED),
        _move(S.RETURN_DECIDED, Act.WRITE_CASE, S.RETURN_ASSESSED),
        _move(S.TRAVELLED, Act.WRITE_CASE, S.RETURN_DECIDED),
        _move(S.ARRIVED, Act.WRITE_CASE, S.TRAVELLED),
        _move(S.MONITORED, Act.WRITE_CASE, S.ARRIVED),
        _move(S.TRANSFERRED, Act.WRITE_CASE, *STAYING, S.ARRIVED),
    ),
}


def arrow(track: str, source: str, target: str) -> Move | None:
    """The move that leads from one state to the other, if the track has it."""
    return next((m for m in MOVES[track] if m.state == target and source in m.sources), None)


def leads(move: Move, came_from: str) -> bool:
    """Whether a file that came from there to where it stands may take this move."""
    return not move.back or move.state == came_from


def allowed(track: str, source: str, target: str) -> bool:
    return arrow(track, source, target) is not None


def next_states(track: str, source: str) -> tuple[str, ...]:
    return tuple(move.state for move in MOVES[track] if source in move.sources)


def states_of(track: str) -> tuple[str, ...]:
    """Each state of a track once, in the order in which a file usually comes by it."""
    return tuple(dict.fromkeys(move.state for move in MOVES[track]))
