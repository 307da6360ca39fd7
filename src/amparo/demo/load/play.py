"""Playing the plans: each step at its own time, through the actions that a user's click calls."""

import heapq
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count

from amparo.access.acting import acting_as
from amparo.demo.load.chance import Chance
from amparo.demo.load.groups import found_together
from amparo.demo.load.houses import Houses
from amparo.demo.load.people import People
from amparo.demo.load.plans import SEED, Plan
from amparo.demo.load.scene import Scene, Steps
from amparo.demo.load.sheets import sheet
from amparo.demo.load.ways import way
from amparo.directory.actions.locations import Where, add_location, tell_where
from amparo.directory.actions.places import set_places
from amparo.directory.queries import known_whereabouts, services
from amparo.methods import clock

# When, in which order at one moment, what, and where it leaves the ways that begin beside it.
Waiting = tuple[datetime, int, Steps, list[Steps]]
SILENT = 6
EARLIEST = datetime.min.replace(tzinfo=UTC)


class Agenda:
    """Ways by the moment of their next step."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.order = count()

    def add(self, steps: Steps, begun: list[Steps], after: datetime = EARLIEST) -> None:
        """Take the step that is due; the next one waits, and so do the ways that it began."""
        moment = next(steps, None)
        if moment is not None:
            heapq.heappush(self.waiting, (max(moment, after), next(self.order), steps, begun))
        while begun:
            self.add(begun.pop(0), begun, after)

    def until(self, now: datetime) -> Iterator[Waiting]:
        while self.waiting and self.waiting[0][0] <= now:
            yield heapq.heappop(self.waiting)


def play(plans: list[Plan], houses: Houses, people: People, say: Callable[[str], object]) -> None:
    """All files together in the order of time, until now; says each year that begins."""
    now, year, agenda = clock.now(), 0, Agenda()
    met: dict[str, dict[str, str]] = {}
    for number, plan in enumerate(plans):
        scene = Scene(plan, houses, people, Chance(SEED + number), met, now)
        agenda.add(way(scene), scene.begun)
    agenda.add(found_together(people, Chance(SEED), met, now), [])
    for moment, _, steps, begun in agenda.until(now):
        if moment.year > year:
            year = moment.year
            say(f"  {year} ...")
        with clock.at(moment):
            agenda.add(steps, begun, moment)
    confirm_places(people)
    write_where(houses, people)


def write_where(houses: Houses, people: People) -> None:
    """The confidential houses write where they are, and tell whoever comes to their door."""
    for row in sheet("whereabouts")["house"]:
        service = houses.services[row["service"]]
        by = people[service.unit.slug]
        where = Where(service.region, row["address"], row["city"], row["postal_code"])
        place = add_location(service, where, by=by)
        told = [houses.units[slug].pk for slug in row["told"]]
        with acting_as(by):
            tell_where(known_whereabouts(service).get(pk=place.pk), told, by=by)


def confirm_places(people: People) -> None:
    """Each house says this morning how many places it has; every sixth has not for a long time."""
    for number, service in enumerate(services()):
        if number % SILENT:
            set_places(service, service.places_free, by=people[service.unit.slug])
