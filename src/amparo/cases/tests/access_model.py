"""A plain reference of who may see what: lists and dates, as a clerk would keep them on paper."""

from dataclasses import dataclass, field

from support.cast import UNITS

READERS = {
    "first_responder", "case_management", "coordinator", "competent_authority", "service_provider",
}  # fmt: skip
BREAKERS = {"first_responder", "case_management", "competent_authority"}
HOUR, THREE_DAYS = 60, 72 * 60


@dataclass
class Glass:
    by: str
    case: int
    at: int
    review: str = ""


@dataclass
class Model:
    """Minutes since the beginning; people and units by their names, cases by number."""

    places: dict[str, set[str]]
    minute: int = 0
    # (case, unit, purpose) and until when, None for no end
    shares: dict[tuple[int, str, str], int | None] = field(default_factory=dict)
    glasses: list[Glass] = field(default_factory=list)
    frozen: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def locked(self, who: str) -> bool:
        overdue = any(
            each.by == who and not each.review and self.minute >= each.at + THREE_DAYS
            for each in self.glasses
        )
        return overdue or who in self.frozen | self.closed

    def units(self, who: str) -> set[str]:
        return set() if self.locked(who) else self.places[who]

    def mandated(self, who: str, mandates: set[str]) -> set[str]:
        return {unit for unit in self.units(who) if mandates & set(UNITS[unit])}

    def holds(self, who: str, case: int, purpose: str) -> bool:
        return any(self.shared(case, unit, purpose) for unit in self.mandated(who, READERS))

    def shared(self, case: int, unit: str, purpose: str) -> bool:
        until = self.shares.get((case, unit, purpose), 0)
        return until is None or self.minute < until

    def through_glass(self, who: str, case: int) -> bool:
        return bool(self.mandated(who, BREAKERS)) and any(
            each.by == who
            and each.case == case
            and self.minute < each.at + HOUR
            and each.review != "not_justified"
            for each in self.glasses
        )

    def sees(self, who: str, case: int) -> bool:
        bureau = "bureau" in self.units(who)
        return bureau or self.holds(who, case, "casework") or self.through_glass(who, case)

    def names(self, who: str, case: int) -> bool:
        """Without a consent the bureau opens no identity but through a share of its own."""
        return self.holds(who, case, "identity") or self.through_glass(who, case)

    def may_break(self, who: str, case: int) -> bool:
        needed = not (self.sees(who, case) and self.names(who, case))
        return bool(self.mandated(who, BREAKERS)) and needed
