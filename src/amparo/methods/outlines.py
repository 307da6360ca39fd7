"""Areas of a country as outlines: their centres, and one drawing of them all.

Points are (longitude, latitude) in degrees of WGS 84, as GeoJSON writes them (RFC 7946). A country
small enough for one sheet is drawn with its parallels shortened by the cosine of its mean latitude.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

Point = tuple[float, float]
Ring = tuple[Point, ...]
Placing = Callable[[Point], Point]
# In the units of the drawing. A country that is long and narrow is drawn narrower than the sheet.
WIDTH, TALLEST = 640.0, 960.0
MARGIN = 8.0


@dataclass(frozen=True)
class Outline:
    """The outer rings of one area, each closed: an island is a ring more."""

    rings: tuple[Ring, ...]

    @property
    def centre(self) -> Point:
        """Of the largest part, so that it lies on land for most shapes; where that has no area,
        the mean of its corners."""
        ring = max(self.rings, key=lambda each: abs(_area(each)))
        doubled = 6 * _area(ring)
        if not doubled:
            return _mean(ring)
        crossed = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring)]
        return (
            sum((a[0] + b[0]) * cross for a, b, cross in crossed) / doubled,
            sum((a[1] + b[1]) * cross for a, b, cross in crossed) / doubled,
        )


def _sides(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return pairwise(ring)


def _area(ring: Ring) -> float:
    """In square degrees, negative where the ring runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring)) / 2


def _mean(ring: Ring) -> Point:
    corners = ring[:-1] or ring
    return (
        sum(point[0] for point in corners) / len(corners),
        sum(point[1] for point in corners) / len(corners),
    )


@dataclass(frozen=True)
class Drawn:
    """An area on the sheet: the `d` of its path, and where its centre came to lie."""

    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Sheet:
    """`height` for a width of WIDTH."""

    height: float
    areas: Mapping[str, Drawn]


def drawn(outlines: Mapping[str, Outline]) -> Sheet:
    """All areas on one sheet, north above. Raises ValueError without any."""
    points = [point for each in outlines.values() for ring in each.rings for point in ring]
    if not points:
        raise ValueError("There is no area to draw.")
    west, east = _ends([point[0] for point in points])
    south, north = _ends([point[1] for point in points])
    shrink = cos(radians((south + north) / 2))
    scale = min(
        (WIDTH - 2 * MARGIN) / ((east - west) * shrink), (TALLEST - 2 * MARGIN) / (north - south)
    )

    def place(point: Point) -> Point:
        return (
            round(MARGIN + (point[0] - west) * shrink * scale, 1),
            round(MARGIN + (north - point[1]) * scale, 1),
        )

    areas = {code: _drawn(each, place) for code, each in outlines.items()}
    return Sheet(round(2 * MARGIN + (north - south) * scale, 1), areas)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _drawn(outline: Outline, place: Placing) -> Drawn:
    x, y = place(outline.centre)
    return Drawn("".join(_path(map(place, ring)) for ring in outline.rings), x, y)


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z"
