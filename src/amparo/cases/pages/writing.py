"""What every write of a page begins and ends with."""

from typing import TypeVar

from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts, refuse_if_closed
from amparo.cases.models import Case, OfCase
from amparo.cases.queries import case_with
from amparo.people.models import User

R = TypeVar("R", bound=OfCase)


def begin(case: Case, *, by: User, act: Act = Act.WRITE_CASE) -> Case:
    """The case as it is now, locked against a second writer."""
    require_on_case(by, act, case.pk)
    refuse_if_closed(case)
    return case_with(case.pk)


def refuse(said: str) -> None:
    """Raises Refused where a rule has something to say."""
    if said:
        raise Refused(said)


def keep(row: R, what: str, *, by: User, purpose: str = "", **sealed: str) -> R:
    """Seal what is to be sealed, write the row and say so in the log."""
    texts = {field: text.strip() for field, text in sealed.items() if text.strip()}
    if texts:
        opened = facts(row.case, by=by)
        for field, text in texts.items():
            opened.write(row, field, text)
    row.save(force_insert=True)
    record(what, by=by, case=row.case_id, thing=row, purpose=purpose)
    return row
