"""Who opened what is sealed in a file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from amparo.access.glass.queries import through_glass
from amparo.audit.queries import entries
from amparo.cases.models import Case
from amparo.people.queries import units_by_user, users_by_id

OPENINGS_SHOWN = 20


@dataclass(frozen=True)
class Opening:
    """One time that somebody opened what is sealed: who, when, what for."""

    who: str
    at: datetime
    purpose: str
    emergency: bool = False


def openings_of(case: Case) -> list[Opening]:
    """Newest first, of those that read: to make keys, to see the page or to write reads nothing."""
    opened = entries().of_case(case.pk).openings().exclude(purpose__endswith=": writing")
    rows = list(opened.newest_first()[:OPENINGS_SHOWN])
    people = _people_with_units({row.actor for row in rows})
    marked = through_glass(case.pk, [(row.actor, row.at) for row in rows])
    return [
        Opening(people[row.actor], row.at, row.purpose, (row.actor, row.at) in marked)
        for row in rows
    ]


def _people_with_units(actors: set[UUID]) -> dict[UUID, str]:
    """Each by name and unit: where they work, or worked last."""
    people, units = users_by_id(actors), units_by_user(actors)
    named = {actor: [people.get(actor, ""), *units.get(actor, [])[:1]] for actor in actors}
    return {actor: ", ".join(map(str, words)) for actor, words in named.items()}
