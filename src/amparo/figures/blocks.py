"""This room's part of the home page: which years the figures cover, and the way to them."""

from typing import Any

from amparo.figures.queries import years
from amparo.people.models import User


def coverage(user: User) -> dict[str, Any]:
    """The span of years; no count, so that the home page waits for no table to be protected."""
    covered = years()
    return {"last": covered[0], "first": covered[-1]} if covered else {"last": None}
