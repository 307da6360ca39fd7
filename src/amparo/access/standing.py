"""Someone's standing, read once per request; and what a case is shared with them for."""

from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.policy import Act, Standing, may, may_on_case
from amparo.access.queries import grants
from amparo.people.models import Unit, User
from amparo.people.queries import units


class Refused(Exception):
    """A write that the rules do not allow: nothing changed, and the sentence is for the screen."""


def standing_of(user: User) -> Standing:
    """The units and mandates of `user` today; kept on the object for the rest of the request."""
    if not hasattr(user, "_standing"):
        memberships = user.memberships.live().select_related("unit")
        units = {membership.unit for membership in memberships}
        user._standing = Standing(  # type: ignore[attr-defined]  # for this request
            frozenset(unit.pk for unit in units),
            frozenset(mandate for unit in units for mandate in unit.mandates),
        )
    standing: Standing = user._standing  # type: ignore[attr-defined]  # as above
    return standing


def shared_for(user: User, case_id: UUID) -> frozenset[str]:
    return grants().of_case(case_id).held_by(standing_of(user)).purposes()


def unit_for(user: User, act: Act) -> Unit:
    """The unit that `user` does `act` for: the first whose mandate allows it. May raise Refused."""
    unit: Unit
    for unit in units().of(user):
        if may(Standing(frozenset({unit.pk}), frozenset(unit.mandates)), act):
            return unit
    raise Refused(_("Your unit has no mandate for this."))


def is_allowed(user: User, act: Act, case_id: UUID) -> bool:
    """What a case is shared for is looked up only for those who do not oversee every case."""
    standing = standing_of(user)
    shared = frozenset[str]() if standing.oversees else shared_for(user, case_id)
    return may_on_case(standing, act, shared)


def require(by: User, act: Act) -> None:
    if not may(standing_of(by), act):
        raise Refused(_("Your unit has no mandate for this."))


def require_on_case(by: User, act: Act, case_id: UUID) -> None:
    if not is_allowed(by, act, case_id):
        raise Refused(_("This file is not shared with your unit for this."))
