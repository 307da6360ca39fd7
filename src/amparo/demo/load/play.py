"""Playing the plans: each step at its own time, through the actions that a user's click calls."""

import heapq
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count

from amparo.demo.load.chance import Chance
from amparo.demo.load.houses import Houses
from amparo.demo.load.people import People
from amparo.demo.load.plans import SEED, Plan
from amparo.demo.load.scene import Scene
from amparo.demo.load.ways import way
from amparo.methods import clock

# A way yields the moment of its next step and takes that step when it is resumed.
Way = Iterator[datetime]
Waiting = tuple[datetime, int, Way]


def play(plans: list[Plan], houses: Houses, people: People, say: Callable[[str], object]) -> None:
    """All files together in the order of time, until now; says each year that begins."""
    now, order, year = clock.now(), count(), 0
    waiting = [
        _begin(Scene(plan, houses, people, Chance(SEED + number)), next(order))
        for number, plan in enumerate(plans)
    ]
    heapq.heapify(waiting)
    while waiting:
        moment, _, steps = heapq.heappop(waiting)
        if moment > now:
            continue
        if moment.year > year:
            year = moment.year
            say(f"  {year} ...")
        with clock.at(moment):
            following = next(steps, None)
        if following is not None:
            heapq.heappush(waiting, (max(following, moment), next(order), steps))


def _begin(scene: Scene, number: int) -> Waiting:
    steps = way(scene)
    return next(steps), number, steps
