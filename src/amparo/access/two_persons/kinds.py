"""The register of what takes two persons; each room adds its own when the product starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.access.policy import MANDATES, Act, Standing, may
from amparo.access.standing import Refused
from amparo.design.parts import Row

if TYPE_CHECKING:
    from amparo.access.two_persons.models import Proposal
    from amparo.people.models import User


@dataclass(frozen=True)
class Kind:
    """`run` does the deed as the second person, who then stands in its audit rows.

    `says` tells in one plain sentence what will happen; without it the page shows the label.
    `concerns` finds those whom it is about: they decide nothing of it. `shows`: what whoever
    decides can look at first.
    """

    name: str
    label: str | Promise
    ask: Act
    approve: Act
    run: Callable[[Proposal, User], None]
    says: Callable[[Proposal], str | Promise] | None = None
    concerns: Callable[[Proposal, User], bool] | None = None
    shows: Callable[[Proposal], Sequence[Row]] | None = None

    def rows(self, proposal: Proposal) -> Sequence[Row]:
        return self.shows(proposal) if self.shows else ()

    def sentence(self, proposal: Proposal) -> str:
        return str(self.says(proposal) if self.says else self.label)

    def is_about(self, user: User, proposal: Proposal) -> bool:
        return self.concerns is not None and self.concerns(proposal, user)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Raises ImproperlyConfigured where somebody could never see what waits for their yes."""
    if not MANDATES[kind.approve] <= MANDATES[Act.SEE_PROPOSALS]:
        raise ImproperlyConfigured(f"{kind.name}: {kind.approve} needs {Act.SEE_PROPOSALS} too.")
    _kinds[kind.name] = kind


def kind_named(name: str) -> Kind:
    """Raises KeyError for a kind that no room has registered."""
    return _kinds[name]


def kind_of(proposal: Proposal) -> Kind:
    """Of a proposal that another version made, what can be said: it is shown, and never done."""
    return _kinds.get(proposal.kind) or Kind(
        proposal.kind,
        _("Something that this version of the product does not know"),
        Act.SEE_PROPOSALS,
        Act.SEE_PROPOSALS,
        _refuse,
    )


def _refuse(proposal: Proposal, by: User) -> None:
    raise Refused(
        str(_("This version of the product cannot do it: refuse it, and propose it anew."))
    )


def kinds_to_approve(standing: Standing) -> list[str]:
    """What someone's mandates let them say yes to, before any case is named."""
    return [name for name, kind in _kinds.items() if may(standing, kind.approve)]
