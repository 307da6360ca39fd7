"""From a date of birth that is sealed, the quarter in which consent is to be asked anew."""

from collections.abc import Mapping
from datetime import date

from amparo.audit.actions import record
from amparo.cases.child.models import ComingOfAge
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.models import User

OF_AGE = 18  # Convention on the Rights of the Child, article 1


def keep_coming_of_age(case: Case, identity: Mapping[str, str], *, by: User) -> None:
    """Whoever has checked that the identity may be written calls this with what is written."""
    born = _date(identity.get("birth_date", ""))
    if born is None or not case.treated_as_child:
        return
    row = ComingOfAge(case=case, at=clock.now(), by=by, quarter=quarter_of_age(born))
    row.save(force_insert=True)
    record("noted coming of age", by=by, case=case.pk, thing=row)


def quarter_of_age(born: date) -> date:
    """The first day of the quarter with the 18th birthday; that of 29 February is 1 March."""
    month = 3 if (born.month, born.day) == (2, 29) else born.month
    return date(born.year + OF_AGE, (month - 1) // 3 * 3 + 1, 1)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None  # written down as somebody knew it
