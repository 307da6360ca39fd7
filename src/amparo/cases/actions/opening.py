"""Reading what is sealed: a purpose, an audit row and a key unwrap each time (S1 ¶11)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case, standing_of
from amparo.cases.actions.files import SEALED
from amparo.cases.models import Account, Case, Closing, Measure, Status
from amparo.cases.queries import person_of
from amparo.people.models import User
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.models import Compartment


@dataclass(frozen=True)
class Written:
    """One sealed text with who wrote it when, and what stands beside it (a disagreement)."""

    id: UUID
    by: str
    at: datetime
    text: str
    beside: tuple["Written", ...] = ()


# What a higher room keeps beside a text of the case: the id of that text, and the words.
Beside = Callable[[Case, Opened], Iterable[tuple[UUID, Written]]]
_beside: list[Beside] = []


def stand_beside(source: Beside) -> None:
    _beside.append(source)


@action
def open_identity(case: Case, *, by: User, purpose: str) -> dict[str, str]:
    """The identity fields that are filled, by name. Raises Refused."""
    require_on_case(by, Act.OPEN_IDENTITY, case.pk)
    person = person_of(case, standing_of(by))
    opened = open_sealed(case.pk, Compartment.IDENTITY, by=by, purpose=purpose, thing=person)
    texts = {field: opened.read(person, field) for field in SEALED} if person else {}
    return {field: text for field, text in texts.items() if text}


@action
def open_accounts(case: Case, *, by: User, purpose: str) -> list[Written]:
    """Accounts, reasons and notes of the case, oldest first. Raises Refused."""
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    opened = open_sealed(case.pk, Compartment.FACTS, by=by, purpose=purpose)
    fields = ((Account, "text"), (Status, "note"), (Measure, "note"), (Closing, "note"))
    beside = [pair for source in _beside for pair in source(case, opened)]
    found = [
        Written(
            row.pk, str(row.by), row.at, opened.read(row, field),
            tuple(words for about, words in beside if about == row.pk),
        )
        for model, field in fields
        for row in model.objects.of(case).select_related("by")
        if getattr(row, field)
    ]  # fmt: skip
    return sorted(found, key=lambda written: written.at)
