"""The people one can be in the demonstration, one per role, each with what they will see."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language

from amparo.people.models import User

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Role:
    user: User
    sees: str
    featured: bool


def people() -> list[dict[str, str]]:
    """The rows of cast.toml, in its order."""
    rows: list[dict[str, str]] = tomllib.loads((DATA / "cast.toml").read_text())["person"]
    return rows


def roles(users: Iterable[User]) -> list[Role]:
    """The cast, the featured first; empty before the demonstration is loaded."""
    known = {user.email: user for user in users}
    sees = "sees_fr" if (get_language() or "en").startswith("fr") else "sees_en"
    found = [
        Role(known[row["email"]], row[sees], bool(row["featured"]))
        for row in people()
        if row["email"] in known
    ]
    return sorted(found, key=lambda role: not role.featured)
