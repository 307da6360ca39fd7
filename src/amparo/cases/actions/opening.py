"""Reading what is sealed: a purpose, an audit row and a key unwrap each time (S1 ¶11)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case, standing_of
from amparo.cases.actions.files import IDENTITY
from amparo.cases.decisions.models import Decision, Reconsideration
from amparo.cases.models import Account, Case, Closing, Measure, OfCase, Status
from amparo.cases.queries import person_of, rows_of
from amparo.cases.questions.models import CountryAnswer
from amparo.people.models import User
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.models import Compartment


@dataclass(frozen=True)
class Written:
    """One sealed text with who wrote it when, and what stands beside it (a disagreement).

    `kind`: table and column, as in "guardian.name".
    """

    id: UUID
    by: str
    at: datetime
    text: str
    beside: tuple["Written", ...] = ()
    kind: str = ""


# What a higher room keeps beside a text of the case: the id of that text, and the words.
Beside = Callable[[Case, Opened], Iterable[tuple[UUID, Written]]]
_beside: list[Beside] = []

# Which columns of which tables are sealed as facts: this room's accounts, then those of its routes.
Columns = Mapping[type[OfCase], tuple[str, ...]]
ACCOUNTS: Columns = {
    Account: ("text",), Status: ("note",), Measure: ("note",), Closing: ("note",),
    Decision: ("reasons",), Reconsideration: ("evidence",), CountryAnswer: ("text",),
}  # fmt: skip
_everything: dict[type[OfCase], tuple[str, ...]] = dict(ACCOUNTS)


def belongs_to_the_file(columns: Columns) -> None:
    """Whoever asks for all that is sealed in a file gets these texts too."""
    _everything.update(columns)


def stand_beside(source: Beside) -> None:
    _beside.append(source)


@action
def open_identity(case: Case, *, by: User, purpose: str) -> dict[str, str]:
    """The identity fields that are filled, by name. Raises Refused."""
    require_on_case(by, Act.OPEN_IDENTITY, case.pk)
    person = person_of(case, standing_of(by))
    opened = open_sealed(case.pk, Compartment.IDENTITY, by=by, purpose=purpose, thing=person)
    texts = {field: opened.read(person, field) for field in IDENTITY} if person else {}
    return {field: text for field, text in texts.items() if text}


@action
def open_accounts(case: Case, *, by: User, purpose: str) -> list[Written]:
    """Accounts, reasons and notes of the case, oldest first. Raises Refused."""
    return open_texts(case, ACCOUNTS, by=by, purpose=purpose)


@action
def open_everything(case: Case, *, by: User, purpose: str) -> list[Written]:
    """The accounts and what the case's routes keep sealed, oldest first. Raises Refused."""
    return open_texts(case, _everything, by=by, purpose=purpose)


def open_texts(case: Case, columns: Columns, *, by: User, purpose: str) -> list[Written]:
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    opened = open_sealed(case.pk, Compartment.FACTS, by=by, purpose=purpose)
    beside = [pair for source in _beside for pair in source(case, opened)]
    found = [
        Written(
            row.pk, str(row.by), row.at, row.in_words(opened.read(row, field)),
            tuple(words for about, words in beside if about == row.pk),
            f"{model._meta.model_name}.{field}",
        )
        for model, fields in columns.items()
        for row in rows_of(model, case)
        for field in fields
        if getattr(row, field)
    ]  # fmt: skip
    return sorted(found, key=lambda written: written.at)
