"""The tracks of a case as data: which status may follow which, on whose act (ADR 8).

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


class State(models.TextChoices):
    SCREENED = "screened", _("screened")  # I1
    REFERRED = "referred", _("referred to the bureau")  # I3a
    NOTIFIED = "notified", _("notified without identity")  # I3b
    NOT_REFERRED = "not_referred", _("not referred")  # I3c
    RECEIVED = "received", _("received by the bureau")  # I4
    PRESUMED = "presumed", _("presumed victim")  # I6+
    NOT_PRESUMED = "not_presumed", _("not presumed a victim")  # I6-
    REFLECTION = "reflection", _("in the protected period")  # I7
    CONFIRMED = "confirmed", _("identified victim")  # I8+
    NOT_CONFIRMED = "not_confirmed", _("not identified as a victim")  # I8-
    WITHDRAWN = "withdrawn", _("withdrawn by the person")  # I11
    CLOSED = "closed", _("closed")  # I12
    SOUGHT = "sought", _("a place is sought")  # S1
    PLACED = "placed", _("a place was accepted")  # S1
    ENDED = "ended", _("support has ended")  # S6


@dataclass(frozen=True)
class Move:
    """One arrow of a track: allowed from these states, by whoever may do this act."""

    act: Act
    sources: frozenset[str]


def _move(act: Act, *sources: str) -> Move:
    return Move(act, frozenset(sources))


S = State
START = ""
UNDECIDED = (S.SCREENED, S.REFERRED, S.RECEIVED, S.PRESUMED, S.REFLECTION)
OUTCOMES = (S.NOTIFIED, S.NOT_REFERRED, S.NOT_PRESUMED, S.CONFIRMED, S.NOT_CONFIRMED, S.WITHDRAWN)

MOVES: Mapping[str, Mapping[str, Move]] = {
    Track.IDENTIFICATION: {
        S.SCREENED: _move(Act.OPEN_FILE, START),
        S.REFERRED: _move(Act.OPEN_FILE, S.SCREENED),
        S.NOTIFIED: _move(Act.OPEN_FILE, S.SCREENED),
        S.NOT_REFERRED: _move(Act.OPEN_FILE, S.SCREENED),
        S.RECEIVED: _move(Act.RECEIVE, S.REFERRED),
        S.PRESUMED: _move(Act.DECIDE, S.RECEIVED),
        S.NOT_PRESUMED: _move(Act.DECIDE, S.RECEIVED),
        S.REFLECTION: _move(Act.DECIDE, S.PRESUMED),
        S.CONFIRMED: _move(Act.DECIDE, S.REFLECTION),
        S.NOT_CONFIRMED: _move(Act.DECIDE, S.REFLECTION),
        S.WITHDRAWN: _move(Act.WRITE_CASE, *UNDECIDED),
        S.CLOSED: _move(Act.CLOSE, *OUTCOMES),
    },
    Track.SUPPORT: {
        S.SOUGHT: _move(Act.FIND_PLACE, START, S.PLACED, S.ENDED),
        S.PLACED: _move(Act.ANSWER_OFFER, S.SOUGHT),
        S.ENDED: _move(Act.CLOSE, S.SOUGHT, S.PLACED),
    },
}


def allowed(track: str, source: str, target: str) -> bool:
    move = MOVES[track].get(target)
    return move is not None and source in move.sources


def next_states(track: str, source: str) -> tuple[str, ...]:
    return tuple(state for state, move in MOVES[track].items() if source in move.sources)
