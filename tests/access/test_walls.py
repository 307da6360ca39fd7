"""Each wall holds alone: the whole table again with the other one down (security design, 3.3)."""

from collections.abc import Callable

import pytest

from access.crawl import Crawler, Visit
from access.leaks import leaks
from access.matrix import PERSONAS, cells
from access.walls import first_wall_down, second_wall_down
from access.world import World
from amparo.access.actions import freeze, thaw
from amparo.access.views import OPEN_TO_ALL
from amparo.config import embedded

Record = Callable[[str, object], None]


def tour(crawler: Crawler, persona: str) -> list[Visit]:
    """Pages open to all stand before both walls and change with neither: see test_matrix."""
    behind = [cell for cell in cells() if not cell[0].name.startswith(OPEN_TO_ALL)]
    return [crawler.visit(persona, address, method) for address, method in behind]


def found(visits: list[Visit], world: World) -> list[str]:
    return [leak for visit in visits for leak in leaks(visit, world)]


@pytest.mark.parametrize("persona", PERSONAS)
def test_nothing_leaks_when_the_policy_lets_everybody_through(
    persona: str, crawler: Crawler, world: World, record_property: Record
) -> None:
    with first_wall_down():
        visits = tour(crawler, persona)
    leaked = found(visits, world)
    record_property("policy down", (len(visits), len(leaked)))
    assert "403" not in {visit.outcome for visit in visits}
    assert not leaked, "\n".join(["", *leaked])


@pytest.mark.parametrize("persona", PERSONAS)
def test_nothing_leaks_when_the_database_shows_every_row(
    persona: str, crawler: Crawler, cluster: embedded.Cluster, record_property: Record
) -> None:
    with second_wall_down(cluster) as tables:
        visits = tour(crawler, persona)
    leaked = found(visits, crawler.world)
    record_property("row security down", (len(visits), len(leaked)))
    assert tables
    assert not leaked, "\n".join(["", *leaked])


def test_the_inspection_finds_leaks_once_both_are_down(
    crawler: Crawler, cluster: embedded.Cluster, world: World
) -> None:
    names = ("cases:list", "cases:identity", "directory:open_place")
    pages = [cell for cell in cells() if cell[0].name in names]
    with first_wall_down(), second_wall_down(cluster):
        visits = [crawler.visit("stranger", *page) for page in pages]
    leaked = "\n".join(found(visits, world))
    assert world.shared.case.reference in leaked
    assert world.elsewhere.case.pseudonym in leaked
    assert world.shared.identity[0] in leaked


@pytest.mark.asvs("8.3.2")
def test_a_frozen_reader_reads_nothing_behind_either_wall_alone(
    crawler: Crawler, cluster: embedded.Cluster, world: World
) -> None:
    names = ("cases:list", "cases:detail", "cases:identity", "cases:accounts", "home")
    pages = [cell for cell in cells() if cell[0].name in names]
    user, words = world.cast.manager_a, (*world.shared.names, *world.shared.identity)
    freeze(user, by=world.cast.administrator)
    try:
        with first_wall_down():
            visits = [crawler.visit("manager_a", *page) for page in pages]
        with second_wall_down(cluster):
            visits += [crawler.visit("manager_a", *page) for page in pages]
    finally:
        thaw(user, by=world.cast.coordinator)
    assert not [str(visit) for visit in visits for word in words if word in visit.shown]
    after = [crawler.visit("manager_a", *page) for page in pages]
    assert any(world.shared.case.reference in visit.body for visit in after)
