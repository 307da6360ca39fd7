"""Areas as outlines: where their centre is, and how they come to lie on one sheet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.outlines import MARGIN, WIDTH, Outline, Point, drawn

SQUARE = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))
ISLE = ((9.0, 9.0), (9.1, 9.0), (9.0, 9.1), (9.0, 9.0))
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
degrees = st.floats(-60, 60, allow_nan=False)
points = st.tuples(degrees, degrees)


def test_the_centre_is_that_of_the_largest_part() -> None:
    assert Outline((ISLE, SQUARE)).centre == (1.0, 1.0)


def test_the_centre_is_the_same_whichever_way_the_ring_runs() -> None:
    assert Outline((SQUARE[::-1],)).centre == pytest.approx((1.0, 1.0))


def test_a_ring_without_an_area_has_the_mean_of_its_corners() -> None:
    assert Outline((((0.0, 0.0), (4.0, 0.0), (2.0, 0.0), (0.0, 0.0)),)).centre == (2.0, 0.0)


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="no area"):
        drawn({})


@given(st.lists(st.lists(points, min_size=3, max_size=6), min_size=1, max_size=4))
def test_every_corner_lies_on_the_sheet(shapes: list[list[Point]]) -> None:
    sheet = drawn({str(n): Outline(((*ring, ring[0]),)) for n, ring in enumerate(shapes)})
    for area in sheet.areas.values():
        numbers = [float(each) for each in NUMBER.findall(area.path)]
        assert all(MARGIN - 0.1 <= x <= WIDTH - MARGIN + 0.1 for x in numbers[::2])
        assert all(0 <= y <= sheet.height for y in numbers[1::2])


def test_north_is_above_and_east_to_the_right() -> None:
    north = tuple((x, y + 5) for x, y in SQUARE)
    east = tuple((x + 5, y) for x, y in SQUARE)
    areas = drawn({"o": Outline((SQUARE,)), "n": Outline((north,)), "e": Outline((east,))}).areas
    assert areas["n"].y < areas["o"].y
    assert areas["e"].x > areas["o"].x
