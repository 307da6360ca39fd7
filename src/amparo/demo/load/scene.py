from dataclasses import dataclass

from amparo.demo.load.chance import Chance
from amparo.demo.load.houses import Houses
from amparo.demo.load.people import People
from amparo.demo.load.plans import Plan


@dataclass(frozen=True)
class Scene:
    """What one file is played with."""

    plan: Plan
    houses: Houses
    people: People
    chance: Chance
