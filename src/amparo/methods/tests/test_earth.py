"""Distances between places that anybody can look up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.earth import Point, kilometres

LONDON, PARIS, SYDNEY, LIMA = (
    (-0.1278, 51.5074),
    (2.3522, 48.8566),
    (151.2093, -33.8688),
    (-77.0428, -12.0464),
)
POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [(LONDON, PARIS, 344), (PARIS, SYDNEY, 16_962), (LIMA, SYDNEY, 12_828), (PARIS, PARIS, 0)],
)
def test_known_distances_are_right_to_half_a_percent(one: Point, other: Point, km: int) -> None:
    assert kilometres(one, other) == pytest.approx(km, rel=0.005, abs=0.001)


def test_the_other_side_of_the_earth_is_twenty_thousand_kilometres_away() -> None:
    assert kilometres((0, 90), (0, -90)) == pytest.approx(20_015, abs=1)
    assert kilometres((179.9, 0), (-179.9, 0)) == pytest.approx(22.2, abs=0.1)


@given(POINTS, POINTS)
def test_there_and_back_are_equally_far(one: Point, other: Point) -> None:
    assert kilometres(one, other) == pytest.approx(kilometres(other, one), abs=1e-6)
    assert 0 <= kilometres(one, other) <= 20_016
