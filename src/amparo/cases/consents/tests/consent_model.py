"""A plain reference of consent: who may read a file now, worked out from what was said when."""

from dataclasses import dataclass, field
from datetime import date

BOTH = "both"
NEEDED = {"identification": "bureau"}


@dataclass
class Said:
    """A yes, or a legal ground, which names everybody and has no end of its own."""

    purpose: str
    recipients: str
    until: date | None = None
    counts: bool = True
    ended: bool = False

    def live(self, today: date) -> bool:
        return self.counts and not self.ended and (self.until is None or today <= self.until)


@dataclass
class Share:
    """A unit let in under a consent purpose, until nothing covers that any more."""

    unit: str
    under: str
    recipient: str
    ended: bool = False


@dataclass
class Model:
    opened_by: str
    today: date
    said: list[Said] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    def stands(self, purpose: str, recipient: str) -> bool:
        return any(
            each.purpose == purpose and each.recipients in (recipient, BOTH)
            for each in self.said
            if each.live(self.today)
        )

    def covers(self, purpose: str) -> bool:
        return self.stands(purpose, NEEDED.get(purpose, "services"))

    def close_lapsed(self) -> None:
        """What nothing covers at a turn is over for good: a later yes is a yes to others."""
        for share in self.shares:
            share.ended = share.ended or not self.stands(share.under, share.recipient)

    def say(self, said: Said) -> None:
        self.close_lapsed()
        self.said.append(said)

    def end(self, said: Said) -> None:
        said.ended = True
        self.close_lapsed()

    def let_in(self, unit: str, under: str, recipient: str) -> None:
        running = [s for s in self.shares if not s.ended]
        if not any((s.unit, s.under, s.recipient) == (unit, under, recipient) for s in running):
            self.shares.append(Share(unit, under, recipient))

    def reads(self, unit: str) -> bool:
        return unit == self.opened_by or any(
            share.unit == unit and not share.ended and self.stands(share.under, share.recipient)
            for share in self.shares
        )

    def opens(self, unit: str) -> bool:
        """What is sealed: whoever reads, and the bureau only under a basis that names it."""
        if unit == "bureau":
            return self.stands("identification", "bureau") or self.reads(unit)
        return self.reads(unit)
