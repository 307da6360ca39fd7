"""Who pays whom, drawn: those who pay at the start, those who keep at the end, between them those
through whom it passes. Plain SVG without a style of its own; numbers lead to the table beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from math import sqrt

WIDTH, ROW, TOP, BOX, TALL = 340, 46, 22, 44, 26
THICKEST, THINNEST = 12.0, 1.5
COLUMNS = 3
PASSES_ON = Decimal("0.5")  # of what an account moves, how much more one way than the other


@dataclass(frozen=True)
class Edge:
    """`number` stands on the line and in the table."""

    number: int
    start: str
    end: str
    amount: Decimal


@dataclass(frozen=True)
class Place:
    x: float
    y: float


def places(edges: Sequence[Edge]) -> dict[str, Place]:
    """Each account in one of three columns, by which way most of what it moves goes."""
    columns: list[list[str]] = [[] for _ in range(COLUMNS)]
    for account in dict.fromkeys(end for edge in edges for end in (edge.start, edge.end)):
        columns[_column(account, edges)].append(account)
    rows = max(map(len, columns), default=0)
    across = (WIDTH - BOX) / (COLUMNS - 1)
    return {
        account: Place(number * across, TOP + (row + (rows - len(column)) / 2) * ROW)
        for number, column in enumerate(columns)
        for row, account in enumerate(column)
    }


def _column(account: str, edges: Iterable[Edge]) -> int:
    out, into = Decimal(0), Decimal(0)
    for edge in edges:
        out += edge.amount if edge.start == account else 0
        into += edge.amount if edge.end == account else 0
    lean = (into - out) / (into + out)
    return 0 if lean < -PASSES_ON else 2 if lean > PASSES_ON else 1


def draw(name: str, edges: Sequence[Edge], titles: Mapping[str, str]) -> str:
    """The SVG as text; `name` is what a screen reader says of it, `titles` head the columns."""
    if not edges:
        return ""
    at = places(edges)
    height = max(place.y for place in at.values()) + TALL + 6
    most = max(edge.amount for edge in edges)
    lines = [_line(edge, at, most) for edge in edges]
    boxes = [_box(account, place) for account, place in at.items()]
    heads = [
        f'<text x="{x}" y="12" text-anchor="{anchor}" font-size="11">{escape(titles[key])}</text>'
        for key, x, anchor in (("pays", 0, "start"), ("passes", WIDTH / 2, "middle"),
                               ("keeps", WIDTH, "end"))
    ]  # fmt: skip
    frame = f"-1 0 {WIDTH + 2} {height:.0f}"  # room for half a stroke on either side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" role="img"'
        f' aria-label="{escape(name)}" fill="currentColor">{"".join(heads + lines + boxes)}</svg>'
    )


def _line(edge: Edge, at: Mapping[str, Place], most: Decimal) -> str:
    """As wide as the root of the sum, so that a small one is still seen beside a large one."""
    start, end = at[edge.start], at[edge.end]
    width = max(THINNEST, THICKEST * sqrt(edge.amount / most))
    path, middle = _path(start, end)
    return (
        f'<path d="{path}" fill="none" stroke="var(--accent)" stroke-opacity="0.55"'
        f' stroke-width="{width:.1f}"/>'
        f'<circle cx="{middle.x:.1f}" cy="{middle.y:.1f}" r="8" fill="var(--surface)"'
        f' stroke="currentColor" stroke-width="0.75"/>'
        f'<text x="{middle.x:.1f}" y="{middle.y + 3.5:.1f}" text-anchor="middle"'
        f' font-size="10">{edge.number}</text>'
    )


def _path(start: Place, end: Place) -> tuple[str, Place]:
    """A curve from the side that faces the other; to one's own column, round its side."""
    forward, same = end.x > start.x, end.x == start.x
    from_x = start.x + (BOX if forward or same else 0)
    to_x = end.x + (0 if forward else BOX)
    y1, y2 = start.y + TALL / 2, end.y + TALL / 2
    if same:
        edge = from_x + 40 if from_x + 40 <= WIDTH else start.x - 40
        from_x = to_x = from_x if edge > from_x else start.x
        pull1 = pull2 = edge
    else:
        pull1 = pull2 = (from_x + to_x) / 2
    curve = f"M{from_x:.1f} {y1:.1f} C{pull1:.1f} {y1:.1f} {pull2:.1f} {y2:.1f} {to_x:.1f} {y2:.1f}"
    share = (
        0.35 if y1 < y2 else 0.5 if y1 == y2 else 0.65
    )  # crossing lines keep their numbers apart
    return curve, _on(share, (from_x, pull1, pull2, to_x), (y1, y1, y2, y2))


def _on(share: float, xs: Sequence[float], ys: Sequence[float]) -> Place:
    """A point of a cubic curve."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return Place(
        sum(w * x for w, x in zip(weights, xs, strict=True)),
        sum(w * y for w, y in zip(weights, ys, strict=True)),
    )


def _box(account: str, place: Place) -> str:
    return (
        f'<rect x="{place.x:.1f}" y="{place.y:.1f}" width="{BOX}" height="{TALL}" rx="4"'
        f' fill="var(--surface)" stroke="currentColor"/>'
        f'<text x="{place.x + BOX / 2:.1f}" y="{place.y + TALL / 2 + 4.5:.1f}"'
        f' text-anchor="middle" font-size="13" font-weight="600">{escape(account)}</text>'
    )
