"""Playing the plans: each step at its own time, through the actions that a user's click calls."""

import heapq
from collections.abc import Iterator
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


def play(plans: list[Plan], houses: Houses, people: People) -> None:
    """All files together in the order of time, until now."""
    now, order = clock.now(), count()
    waiting: list[tuple[datetime, int, Way]] = []
    for number, plan in enumerate(plans):
        steps = way(Scene(plan, houses, people, Chance(SEED + number)))
        heapq.heappush(waiting, (next(steps), next(order), steps))
    while waiting:
        moment, _, steps = heapq.heappop(waiting)
        if moment > now:
            continue
        with clock.at(moment):
            following = next(steps, None)
        if following is not None:
            heapq.heappush(waiting, (max(following, moment), next(order), steps))
