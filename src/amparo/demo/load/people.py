from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from amparo.demo.load.houses import Houses
from amparo.demo.load.sheets import sheet
from amparo.people.models import Membership, User

SINCE = date(2020, 1, 1)


@dataclass(frozen=True)
class People:
    """Who acts for a unit, by the unit's slug: its first member."""

    by_unit: dict[str, User]

    def __getitem__(self, unit: str) -> User:
        return self.by_unit[unit]


def load_people(houses: Houses) -> People:
    """The cast one can be, and their colleagues who wrote what happened before."""
    cast = sheet("cast")
    rows: list[dict[str, Any]] = [*cast["person"], *cast["colleague"]]
    users = [_user(row) for row in rows]
    User.objects.bulk_create(users)
    by_unit: dict[str, User] = {}
    memberships = []
    for row, user in zip(rows, users, strict=True):
        unit = houses.units[row["unit"]]
        memberships.append(Membership(user=user, unit=unit, since=SINCE))
        by_unit.setdefault(unit.slug, user)
    Membership.objects.bulk_create(memberships)
    return People(by_unit)


def _user(row: dict[str, Any]) -> User:
    return User(
        email=row.get("email", f"{row['slug']}@corvane.example"),
        given_name=row["given_name"],
        family_name=row["family_name"],
        title_en=row["title_en"],
        title_fr=row["title_fr"],
        # Nobody signs in to the demonstration with a password.
        password=make_password(None),
    )
