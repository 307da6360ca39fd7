"""As what a copy leaves: a paper, or what a higher room makes of a file for another system."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from amparo.design.parts import Words
from amparo.people.models import User
from amparo.rights.models import CopyExport

PAPER = "paper"


@dataclass(frozen=True)
class Made:
    """What leaves, from memory. `name` is what a browser would keep it under: it says nothing."""

    content: bytes
    name: str
    type: str


Make = Callable[[CopyExport, User, Sequence[str]], Made]


@dataclass(frozen=True)
class Shape:
    """`make` opens what the copy may hold, with its rows in the log; it may raise Refused."""

    code: str
    name: Words
    make: Make


_shapes: dict[str, Shape] = {}


def register(shape: Shape) -> None:
    _shapes[shape.code] = shape


def choices() -> list[tuple[str, Words]]:
    return [(shape.code, shape.name) for shape in _shapes.values()]


def shape_of(row: CopyExport) -> Shape:
    return _shapes[row.shape]
