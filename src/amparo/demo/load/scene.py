from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from amparo.demo.load.chance import Chance
from amparo.demo.load.houses import Houses
from amparo.demo.load.people import People
from amparo.demo.load.plans import Plan
from amparo.demo.load.sheets import sheet
from amparo.methods import clock
from amparo.people.models import User

# A way yields the moment of its next step and takes that step when it is resumed.
Steps = Iterator[datetime]


class Mark(Enum):
    """What the ways of one file know of each other."""

    FLAGGED = auto()  # an offence that may have been committed under coercion
    HELPED = auto()
    UNSUPPORTED = auto()
    STAYING = auto()
    PLEADING = auto()  # somebody asks not to punish, and waits
    CLOSED = auto()


@dataclass(frozen=True)
class Scene:
    """What one file is played with.

    `now`: when the play ends. `begun`: ways that go on beside the first, for whoever plays it.
    `met`: the last person whom each unit wrote down, for the file of somebody who is met again.
    """

    plan: Plan
    houses: Houses
    people: People
    chance: Chance
    met: dict[str, dict[str, str]]
    now: datetime
    begun: list[Steps] = field(default_factory=list)
    marks: set[Mark] = field(default_factory=set)

    @property
    def age_days(self) -> int:
        """How old the file is in the end."""
        return (self.now - self.plan.opened).days

    @property
    def manager(self) -> str:
        """The unit that looks after the person once the file is received."""
        slug: str = sheet("profiles")["managers"][self.plan.region]
        return slug

    @property
    def by(self) -> User:
        return self.people[self.manager]

    def apart(self, name: str) -> Scene:
        """The same file, with a chance that draws nothing from the others'."""
        return replace(self, chance=self.chance.apart(name))

    def begin(self, steps: Steps, *, until: Mark | None = None) -> None:
        """Let a way go on beside the others, until a mark is set."""
        self.begun.append(self._until(steps, until))

    def _until(self, steps: Steps, end: Mark | None) -> Steps:
        for moment in steps:
            yield moment
            if end in self.marks:
                return


def later(**after: float) -> datetime:
    return clock.now() + timedelta(**after)
