"""What the tests of this room do again and again."""

from typing import Any

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queues.actions import assign
from amparo.events.actions.missing import note_missing
from amparo.events.actions.retrafficked import Time, note_episode
from amparo.events.actions.speaking import change_languages
from amparo.events.actions.threat import note_threat
from amparo.events.models import Episode, LanguageChange, Missing, Threat
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast


def carried(case: Case, cast: Cast, *, to: User) -> None:
    """By the panel's officer in the panel, so that somebody besides the writer carries it."""
    with acting_as(to):
        assign({case.reference: None}, by=to, unit=cast.units["panel"], to=to)


def lost(case: Case, *, by: User, last_seen: str = "") -> Missing:
    return note_missing(case, by=by, police="told", last_seen=last_seen)


def again(case: Case, *, by: User, note: str = "", **changes: Any) -> Episode:
    time = Time(**{"since": today(), "since_precision": "month", **changes})
    return note_episode(case, time, by=by, forms=("BEGGING",), place="street", note=note)


def threatened(case: Case, *, by: User, words: str = "") -> Threat:
    return note_threat(case, by=by, against=("person", "family"), words=words)


def speaks(case: Case, *, by: User, languages: tuple[str, ...] = ("fr",)) -> LanguageChange:
    return change_languages(
        case, by=by, languages=languages, reason="not_understood", anew=("rights",)
    )
