"""The parts of a person's copy: each room that knows something of a case adds its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from amparo.cases.actions.opening import Written
from amparo.cases.models import Case
from amparo.rights.words import Speaker


@dataclass(frozen=True)
class Line:
    """`own`: somebody's own words, which keep the direction of their own script."""

    text: str
    label: str = ""
    own: bool = False


@dataclass(frozen=True)
class Section:
    """One heading with what is said under it; `listed`: each line is an item of a list."""

    heading: str
    lines: tuple[Line, ...] = ()
    lead: tuple[Line, ...] = ()
    listed: bool = False


@dataclass(frozen=True)
class Given:
    """All that a part may say: the case, what was opened for this copy, and what is left out.

    `recipient`: for whom it is, if not for the person.
    """

    case: Case
    speaker: Speaker
    identity: Mapping[str, str]
    written: tuple[Written, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)
    names_left_out: int = 0
    recipient: str = ""

    def without(self, part: str) -> bool:
        return part in self.left_out


Part = Callable[[Given], Section | None]
_parts: list[tuple[int, Part]] = []


def register(part: Part, order: int) -> None:
    """Add a part. What it says must be said in every language that copies are offered in."""
    _parts.append((order, part))
    _parts.sort(key=lambda pair: pair[0])


def sections(given: Given) -> list[Section]:
    said = (part(given) for _order, part in _parts)
    return [section for section in said if section]


def register_own() -> None:
    from amparo.rights import person, standing

    for order, part in enumerate(
        (
            person.know, person.written, standing.stand, standing.comes_next, standing.yes,
            standing.see, standing.looked, person.out, person.can_ask, person.talk,
        )
    ):  # fmt: skip
        register(part, order * 10)
