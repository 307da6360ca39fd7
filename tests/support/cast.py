"""The fixed cast: who works where in every test (style, 12)."""

from dataclasses import dataclass
from datetime import date

from amparo.people.models import Mandate, Membership, Organisation, Unit, User

UNITS: dict[str, list[str]] = {
    "police": [Mandate.FIRST_RESPONDER, Mandate.LAW_ENFORCEMENT],
    "centre_a": [Mandate.CASE_MANAGEMENT, Mandate.FIRST_RESPONDER],
    "centre_b": [Mandate.CASE_MANAGEMENT, Mandate.FIRST_RESPONDER],
    "shelter": [Mandate.SERVICE_PROVIDER],
    "second_shelter": [Mandate.SERVICE_PROVIDER],
    "panel": [Mandate.COMPETENT_AUTHORITY],
    "bureau": [Mandate.COORDINATOR],
    "rapporteur": [Mandate.RAPPORTEUR],
    "authority": [Mandate.DATA_PROTECTION],
    "accounts": [Mandate.ADMINISTRATION],
    "brigade": [Mandate.LAW_ENFORCEMENT],
    "school": [],
}
MEMBERS = {
    "first_responder": "police",
    "manager_a": "centre_a",
    "manager_b": "centre_b",
    "provider": "shelter",
    "second_provider": "second_shelter",
    "panel": "panel",
    "coordinator": "bureau",
    "statistician": "rapporteur",
    "auditor": "authority",
    "administrator": "accounts",
    "stranger": "school",
    "investigator": "brigade",
}


@dataclass(frozen=True)
class Cast:
    units: dict[str, Unit]
    users: dict[str, User]

    def __getattr__(self, name: str) -> User:
        try:
            return self.users[name]
        except KeyError as error:
            raise AttributeError(name) from error


def make_cast() -> Cast:
    units = {name: _unit(name, mandates) for name, mandates in UNITS.items()}
    users = {name: _user(name, units[unit]) for name, unit in MEMBERS.items()}
    return Cast(units, users)


def _unit(name: str, mandates: list[str]) -> Unit:
    organisation = Organisation.objects.create(slug=name, name_en=name, name_fr=name, kind="other")
    return Unit.objects.create(
        slug=name, name_en=f"{name} unit", name_fr=f"unité {name}", region="", mandates=mandates,
        organisation=organisation,
    )  # fmt: skip


def _user(name: str, unit: Unit) -> User:
    user = User(email=f"{name}@example.org", given_name=name.title(), family_name="Test")
    user.set_unusable_password()
    user.save()
    Membership.objects.create(user=user, unit=unit, since=date(2020, 1, 1))
    return user
