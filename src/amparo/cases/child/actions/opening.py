"""Reading what is sealed on the Child route: a purpose, an audit row and a key unwrap each time."""

from dataclasses import dataclass

from amparo.access.acting import action
from amparo.cases.actions.opening import Columns, Written, open_texts
from amparo.cases.child.models import (
    AgeAppeal,
    AgeDecision,
    BestInterests,
    EncounterEnd,
    FamilyTracing,
    Guardian,
    Recruited,
)
from amparo.cases.child.words import SEALED_WORDS
from amparo.cases.models import Case
from amparo.design.parts import Words
from amparo.people.models import User

COLUMNS: Columns = {
    AgeDecision: ("note",),
    AgeAppeal: ("note",),
    Guardian: ("name", "contact"),
    EncounterEnd: ("words",),
    BestInterests: ("options", "words", "reasons"),
    FamilyTracing: ("note",),
    Recruited: ("note",),
}


@dataclass(frozen=True)
class Told:
    """One sealed text, with what it is in words."""

    what: Words
    written: Written


@action
def open_words(case: Case, *, by: User, purpose: str) -> list[Told]:
    """Every sealed text of the route, newest first. Raises Refused."""
    found = open_texts(case, COLUMNS, by=by, purpose=purpose)
    return [Told(SEALED_WORDS[written.kind], written) for written in reversed(found)]
