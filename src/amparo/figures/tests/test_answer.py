"""The three figures that the page of S0 ¶5 shows."""

from statistics import median

import pytest

from amparo.figures.models import Fact
from amparo.figures.queries import answer
from amparo.figures.tests.plain import write

LABOUR = (2025, "LABOUR", "M", "adult")


def write_places(*minutes: int | None) -> None:
    for value in minutes:
        write(LABOUR, minutes_to_place=value, referred=True)


def test_without_a_file_there_is_nothing_to_tell(db: None) -> None:
    found = answer()
    assert (found.files, found.referred, found.median_minutes_to_place) == (None, None, None)


@pytest.mark.parametrize(
    "minutes", [(5, 1, 9, 30, 2), (7, 8, 1, 2, 10, 20), (60, 60, 60, 60, 60, 61), (0, 0, 0, 0, 0)]
)
def test_the_median_is_the_middle_of_the_times(db: None, minutes: tuple[int, ...]) -> None:
    write_places(*minutes, None, None)
    assert answer().median_minutes_to_place == int(median(minutes))


def test_the_median_of_fewer_than_five_places_is_not_told(db: None) -> None:
    write_places(1, 2, 3, 4, *[None] * 20)
    found = answer()
    assert (found.files, found.median_minutes_to_place) == (24, None)


def test_fewer_than_five_files_are_not_told(db: None) -> None:
    write(LABOUR, times=4, referred=True)
    assert (answer().files, answer().referred) == (None, None)


@pytest.mark.parametrize(
    ("yes", "no", "told"),
    [(20, 0, 20), (0, 20, 0), (15, 5, 15), (16, 4, None), (4, 16, None), (19, 1, None)],
)
def test_few_who_were_or_were_not_referred_are_not_told(
    db: None, yes: int, no: int, told: int | None
) -> None:
    write(LABOUR, times=yes, referred=True)
    write(LABOUR, times=no)
    assert (answer().files, answer().referred) == (20, told)


def test_a_year_that_the_table_withholds_is_in_no_figure(db: None) -> None:
    write(LABOUR, times=9, referred=True, minutes_to_place=10)
    write((2024, "LABOUR", "M", "adult"), times=3, referred=True, minutes_to_place=999)
    found = answer()
    assert (found.files, found.referred, found.median_minutes_to_place) == (9, 9, 10)
    assert Fact.objects.count() == 12
