"""What is due to the United Nations, on the first page of whoever answers for it."""

from typing import Any

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.commitments.due import presenters
from amparo.commitments.due.rows import Due, dues, soon
from amparo.commitments.following.queries import institutions_of
from amparo.people.country import today
from amparo.people.models import User

DAYS, MOST = 60, 5


def due(user: User) -> dict[str, Any] | None:
    """None for whoever answers for nothing; the bureau sees what no unit here answers for."""
    standing, on = standing_of(user), today()
    own = {row.pk for row in institutions_of(standing.units)}
    keeps = may(standing, Act.KEEP_COMMITMENTS)
    if not own and not keeps:
        return None
    found = soon((row for row in dues(on) if _is_for(row, own, keeps=keeps)), on, DAYS)
    return {
        "lines": [presenters.line(row, row.coming, on) for row in found[:MOST]],
        "more": max(0, len(found) - MOST),
    }


def _is_for(row: Due, own: set[Any], *, keeps: bool) -> bool:
    return keeps or (row.institution is not None and row.institution.pk in own)
