"""Parts of the case page that higher rooms bring: each registers its own, as on the home page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.cases.models import Case
from amparo.people.models import User

Place = Literal["top", "aside"]


@dataclass(frozen=True)
class Panel:
    """`context` gives the template what it shows; it is asked only for whoever may do `act`.

    At the `top` stands only what changes how one works with this file at all.
    """

    template: str
    context: Callable[[Case, User], dict[str, Any]]
    act: Act
    order: int
    place: Place = "aside"


_panels: list[Panel] = []


def register(panel: Panel) -> None:
    _panels.append(panel)
    _panels.sort(key=lambda panel: panel.order)


def panels(case: Case, user: User, place: Place) -> list[dict[str, Any]]:
    standing = standing_of(user)
    return [
        {"template": panel.template, "case": case, **panel.context(case, user)}
        for panel in _panels
        if panel.place == place and may(standing, panel.act)
    ]
