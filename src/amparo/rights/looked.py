"""Who looked, when and why, in plain sentences: by function and unit, not by name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from amparo.audit.models import Entry
from amparo.audit.queries import OPENED
from amparo.people.country import country
from amparo.people.models import Mandate, Unit, User
from amparo.rights.words import Speaker

# The function that is named, where a unit has several mandates: the most telling first.
FUNCTIONS = (
    Mandate.COMPETENT_AUTHORITY,
    Mandate.COORDINATOR,
    Mandate.CASE_MANAGEMENT,
    Mandate.SERVICE_PROVIDER,
    Mandate.LAW_ENFORCEMENT,
    Mandate.PROSECUTION,
    Mandate.FIRST_RESPONDER,
    Mandate.DATA_PROTECTION,
)
COMPARTMENTS = ("identity", "facts", "attachment")


@dataclass(frozen=True)
class Look:
    """One day's looks of one kind by one unit, or by one officer where the pack names them."""

    day: date
    unit: str
    function: str
    is_service: bool
    name: str
    what: str
    purpose: str


@dataclass(frozen=True)
class Readers:
    """Who the actors of a log are: the users, and where each works or worked."""

    users: dict[UUID, User]
    units: dict[UUID, list[Unit]]

    def unit_of(self, entry: Entry) -> Unit | None:
        return next(iter(self.units.get(entry.actor, [])), None)


def looks(rows: Iterable[Entry], readers: Readers) -> Counter[Look]:
    """How often each look occurred, newest day first."""
    return Counter(_look(row, readers) for row in rows)


def _look(row: Entry, readers: Readers) -> Look:
    unit = readers.unit_of(row)
    mandates = unit.mandates if unit else []
    what, _, purpose = row.purpose.partition(": ") if row.action == OPENED else ("file", "", "work")
    named = country().names_readers
    return Look(
        day=row.at.astimezone(ZoneInfo(country().timezone)).date(),
        unit=unit.name if unit else "",
        function=next((each for each in FUNCTIONS if each in mandates), "other"),
        is_service=Mandate.SERVICE_PROVIDER in mandates,
        name=str(readers.users.get(row.actor, "")) if named else "",
        what=what if what in COMPARTMENTS else "file",
        purpose=purpose or "other",
    )


def sentences(found: Counter[Look], speaker: Speaker, *, without_services: bool) -> list[str]:
    return [_sentence(look, times, speaker, without_services) for look, times in found.items()]


def _sentence(look: Look, times: int, speaker: Speaker, without_services: bool) -> str:
    hidden = without_services and look.is_service
    parts = {
        "day": speaker.day(look.day),
        "who": look.name or speaker.code("who", look.function),
        "unit": speaker.tell("a_service") if hidden else look.unit,
        "what": speaker.tell(f"what_{look.what}"),
        "purpose": speaker.code("for", look.purpose),
    }
    if times == 1:
        return speaker.tell("looked", **parts)
    return speaker.tell("looked_times", **parts, times=str(times))
