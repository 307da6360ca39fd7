"""Reading what is sealed on the Child route: a purpose, an audit row and a key unwrap each time."""

from dataclasses import dataclass

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.cases.actions.opening import Written
from amparo.cases.child.models import AgeAppeal, AgeDecision, Guardian
from amparo.cases.child.words import SEALED_WORDS
from amparo.cases.models import Case, OfCase
from amparo.cases.queries import rows_of
from amparo.design.parts import Words
from amparo.people.models import User
from amparo.vault.actions import open_sealed
from amparo.vault.models import Compartment

FIELDS: tuple[tuple[type[OfCase], tuple[str, ...]], ...] = (
    (AgeDecision, ("note",)),
    (AgeAppeal, ("note",)),
    (Guardian, ("name", "contact")),
)


@dataclass(frozen=True)
class Told:
    """One sealed text, with what it is in words."""

    what: Words
    written: Written


@action
def open_words(case: Case, *, by: User, purpose: str) -> list[Told]:
    """Every sealed text of the route, newest first. Raises Refused."""
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    opened = open_sealed(case.pk, Compartment.FACTS, by=by, purpose=purpose)
    found = [
        Told(
            SEALED_WORDS[f"{model._meta.model_name}.{field}"],
            Written(row.pk, str(row.by), row.at, opened.read(row, field)),
        )
        for model, fields in FIELDS
        for row in rows_of(model, case)
        for field in fields
        if getattr(row, field)
    ]
    return sorted(found, key=lambda told: told.written.at, reverse=True)
