"""The register of what takes two persons; each room adds its own when the product starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from amparo.access.policy import MANDATES, Act, Standing, may

if TYPE_CHECKING:
    from amparo.access.two_persons.models import Proposal
    from amparo.people.models import User


@dataclass(frozen=True)
class Kind:
    """`run` does the deed as the second person, who then stands in its audit rows.

    `says` tells in one plain sentence what will happen; without it the page shows the label.
    """

    name: str
    label: str | Promise
    ask: Act
    approve: Act
    run: Callable[[Proposal, User], None]
    says: Callable[[Proposal], str | Promise] | None = None

    def sentence(self, proposal: Proposal) -> str:
        return str(self.says(proposal) if self.says else self.label)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Raises ImproperlyConfigured where somebody could never see what waits for their yes."""
    if not MANDATES[kind.approve] <= MANDATES[Act.SEE_PROPOSALS]:
        raise ImproperlyConfigured(f"{kind.name}: {kind.approve} needs {Act.SEE_PROPOSALS} too.")
    _kinds[kind.name] = kind


def kind_named(name: str) -> Kind:
    """Raises KeyError for a kind that no room has registered."""
    return _kinds[name]


def kinds_to_approve(standing: Standing) -> list[str]:
    """What someone's mandates let them say yes to, before any case is named."""
    return [name for name, kind in _kinds.items() if may(standing, kind.approve)]
