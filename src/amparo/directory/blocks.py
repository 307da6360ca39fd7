"""This room's part of the home page."""

from typing import Any

from amparo.directory.imports.presenters import ending as of_accreditations
from amparo.directory.presenters import counter
from amparo.directory.queries import services_of
from amparo.methods import clock
from amparo.people.models import User


def stale(user: User) -> dict[str, Any]:
    """The user's own services whose number of places nobody has confirmed for too long."""
    now = clock.now()
    return {"counters": [counter(row, now) for row in services_of(user) if row.is_stale]}


def ending(user: User) -> dict[str, Any]:
    """Whose accreditation the bureau asks after next."""
    found = of_accreditations()
    return {**found, "ending": found["ending"][:5]}
