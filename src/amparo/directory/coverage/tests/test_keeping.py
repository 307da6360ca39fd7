"""What stands where is kept once a week, and a day has one count."""

from datetime import date
from itertools import product

from procrastinate.contrib.django import app

from amparo.directory.coverage.actions import keep_coverage
from amparo.directory.coverage.models import CoverageDay
from amparo.directory.models import Service
from amparo.directory.tasks import keep_coverage_of_the_week
from amparo.people.codes import listed
from amparo.people.country import country, today
from support import files
from support.cast import Cast

MONDAY = date(2026, 11, 23)
CELLS = len(list(product(listed("services").codes, country().regions)))


def kept(language: str = "") -> set[tuple[str, str, int, int, int]]:
    rows = CoverageDay.objects.on(MONDAY).filter(language=language)
    return set(rows.values_list("kind", "region", "services", "places", "free"))


def test_every_kind_and_region_has_its_row_and_each_language_only_what_there_is(
    cast: Cast,
) -> None:
    files.service(cast, region="QV01", languages=["sq", "fr"], places_total=4, places_free=1)
    files.service(cast, region="QV01", languages=["fr"], places_total=5, places_free=5)
    files.service(cast, region="QV02", languages=["sq"], active=False)
    keep_coverage(MONDAY)
    assert len(kept()) == CELLS
    assert {row for row in kept() if row[2]} == {("shelter", "QV01", 2, 9, 6)}
    assert kept("fr") == {("shelter", "QV01", 2, 9, 6)}
    assert kept("sq") == {("shelter", "QV01", 1, 4, 1)}


def test_a_second_time_on_a_day_counts_anew_and_adds_nothing(cast: Cast) -> None:
    house = files.service(cast, region="QV01", languages=["sq"])
    assert keep_coverage(MONDAY) == CELLS + 1
    assert keep_coverage(MONDAY) == CELLS + 1
    Service.objects.filter(pk=house.pk).update(languages=[], places_free=0)
    assert keep_coverage(MONDAY) == CELLS
    assert {row for row in kept() if row[2]} == {("shelter", "QV01", 1, 4, 0)}
    assert not kept("sq")


def test_another_day_stands_beside_it(cast: Cast) -> None:
    keep_coverage(MONDAY)
    keep_coverage(date(2026, 11, 30))
    days = CoverageDay.objects.kept("")
    assert [(each.on, each.cells, each.nothing) for each in days] == [
        (date(2026, 11, 30), CELLS, CELLS),
        (MONDAY, CELLS, CELLS),
    ]


def test_a_service_of_an_unknown_region_is_no_square_of_the_table(cast: Cast) -> None:
    files.service(cast, region="nowhere", languages=["sq"])
    keep_coverage(MONDAY)
    assert len(kept()) == CELLS
    assert not kept("sq")


def test_the_worker_keeps_the_day_of_the_country_each_monday(cast: Cast) -> None:
    keep_coverage_of_the_week(timestamp=0)
    assert CoverageDay.objects.on(today()).exists()
    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons["amparo.directory.tasks.keep_coverage_of_the_week"] == "0 3 * * 1"
