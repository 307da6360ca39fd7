"""Who carries a file, on its page; and what one carries oneself, on the home page."""

from typing import Any

from amparo.access.policy import Act
from amparo.access.standing import is_allowed
from amparo.cases.counting import capped
from amparo.cases.glance import erased
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.notices.queries import new_files
from amparo.cases.queues.presenters import carriers as presented
from amparo.cases.queues.queries import carried_by_me, carriers_of, desk_on
from amparo.people.models import User


def carriers(case: Case, user: User) -> dict[str, Any]:
    """In an erased file nobody is named for anything."""
    if erased(case):
        return {"rows": []}
    rows = {row.unit_id: row for row in carriers_of(case)}
    desk = desk_on(case, user) if is_allowed(user, Act.ASSIGN, case.pk) else None
    open_ = case.identification != State.CLOSED
    return {"rows": presented(desk if open_ else None, rows, user), "me": user.pk}


def mine(user: User) -> dict[str, Any]:
    """How many files this person carries, and which of them are new to them."""
    carried = carried_by_me(user)
    return {
        "carried": capped(carried),
        "new": new_files(user).count(),
    }
