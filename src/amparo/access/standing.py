"""Someone's standing, read once per request; and what a case is shared with them for."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.policy import SEALED, Act, Purpose, Standing, may, may_on_case
from amparo.access.queries import grants, open_to_bureau
from amparo.people.models import Unit, User
from amparo.people.queries import units

NO_BASIS = gettext_lazy(
    "What is sealed opens to the bureau only under a consent to identification that names it, or a"
    " legal ground. None stands now: ask the unit that opened the file to record one."
)


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
    """What the case is open for to `user`; consent to identification opens it to the bureau."""
    standing = standing_of(user)
    if standing.oversees and open_to_bureau(case_id):
        return frozenset(Purpose)
    return grants().of_case(case_id).held_by(standing).purposes()


def unit_for(user: User, act: Act) -> Unit:
    """The unit that `user` does `act` for: the first whose mandate allows it. May raise Refused."""
    unit: Unit
    for unit in units().of(user):
        if may(Standing(frozenset({unit.pk}), frozenset(unit.mandates)), act):
            return unit
    raise Refused(_("Your unit has no mandate for this."))


def is_allowed(user: User, act: Act, case_id: UUID) -> bool:
    """What a case is shared for is looked up only where overseeing does not do."""
    standing = standing_of(user)
    overseen = standing.oversees and act not in SEALED
    shared = frozenset[str]() if overseen else shared_for(user, case_id)
    return may_on_case(standing, act, shared)


def require(by: User, act: Act) -> None:
    if not may(standing_of(by), act):
        raise Refused(_("Your unit has no mandate for this."))


def require_on_case(by: User, act: Act, case_id: UUID) -> None:
    if not is_allowed(by, act, case_id):
        if act in SEALED and standing_of(by).oversees:
            raise Refused(NO_BASIS)
        raise Refused(_("This file is not shared with your unit for this."))
