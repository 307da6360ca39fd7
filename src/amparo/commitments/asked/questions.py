"""Which asks are addressed to this country: to every State, and to Parties where it is one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, Subquery

from amparo.commitments.datafiles import codes
from amparo.commitments.following.models import Bond
from amparo.commitments.following.queries import bonds, charges, progress
from amparo.commitments.queries import AskQuerySet, asks, clauses

if TYPE_CHECKING:
    from uuid import UUID

EVERY_STATE = ("states", "all_stakeholders")
PARTIES, NOT_PARTIES = "states_parties", "states_not_parties"
US = "us"
# "States that have not yet done so": those outside, in other words.
NOT_YET_DONE = {"code": "not_yet_done"}


def standing_of_the_country() -> Mapping[str, str]:
    """What the country is to each instrument of which it said anything, by its latest word."""
    return {bond.instrument: bond.kind for bond in bonds()}


def to_us(found: AskQuerySet) -> AskQuerySet:
    """An ask of Parties is ours unless we are none to any instrument it names; and the reverse.

    What nobody has said of an instrument leaves both open.
    """
    said = standing_of_the_country()
    party = [code for code, kind in said.items() if kind == Bond.Kind.PARTY]
    outside = [code for code, kind in said.items() if kind != Bond.Kind.PARTY]
    names_ours, names_others = Q(instruments__overlap=party), Q(instruments__overlap=outside)
    outsiders = _asks([NOT_PARTIES]) | _asks(EVERY_STATE, escapes__contains=[NOT_YET_DONE])
    return found.filter(
        _asks(EVERY_STATE, ~Q(escapes__contains=[NOT_YET_DONE]))
        | (_asks([PARTIES]) & (names_ours | ~names_others))
        | (outsiders & (names_others | ~names_ours))
    )


def to(found: AskQuerySet, addressee: str) -> AskQuerySet:
    """Asked of this one in so many words, or of us."""
    return to_us(found) if addressee == US else found.filter(_asks([addressee]))


def _asks(addressees: Collection[str], *more: Q, **narrow: Any) -> Exists:
    asking = clauses().order_by().filter(ask=OuterRef("pk")).asking().of(addressees)
    return Exists(asking.filter(*more, **narrow))


def with_forces(found: AskQuerySet, forces: Collection[str]) -> AskQuerySet:
    of_force = clauses().order_by().filter(ask=OuterRef("pk"), force__in=forces)
    return found.filter(Exists(of_force))


def with_state(found: AskQuerySet) -> AskQuerySet:
    """Adds `state`, as of its latest row, and `institution`, the id of the one in charge."""
    rows = progress().filter(ask=OuterRef("pk")).order_by("-at", "-pk")
    charged = charges().order_by().filter(ask=OuterRef("pk"), ended_at=None)
    return found.annotate(
        state=Subquery(rows.values("state")[:1]),
        institution=Subquery(charged.values("institution")[:1]),
    )


def in_charge(found: AskQuerySet, institution: UUID | None) -> AskQuerySet:
    """Those of an institution; of None, those of which nobody is in charge."""
    charged = charges().order_by().filter(ask=OuterRef("pk"), ended_at=None)
    if institution is None:
        return found.filter(~Exists(charged))
    return found.filter(Exists(charged.filter(institution=institution)))


def addressees_that_occur() -> list[str]:
    """In the order of their list."""
    lists = clauses().asking().order_by().values_list("addressees", flat=True)
    occurring = {code for codes_of_one in lists for code in codes_of_one}
    return [code for code in codes("addressees") if code in occurring]


def everything() -> AskQuerySet:
    return with_state(asks())
