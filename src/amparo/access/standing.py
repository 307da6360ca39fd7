"""Someone's standing, read once per request; and what a case is shared with them for."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.policy import (
    GLASS,
    NOTHING,
    SEALED,
    THE_FILE,
    Act,
    Shared,
    Standing,
    may,
    may_on_case,
    may_through_glass,
    units_for,
)
from amparo.access.queries import grants, is_locked, open_glass, open_to_bureau
from amparo.people.models import Mandate, Unit, User
from amparo.people.queries import units

NO_BASIS = gettext_lazy(
    "What is sealed opens to the bureau only under a consent to identification that names it, or a"
    " legal ground. None stands now: ask the unit that opened the file to record one."
)


class Refused(Exception):
    """A write that the rules do not allow: nothing changed, and the sentence is for the screen."""


class NotAllowed(Refused):
    """Refused because of who asks: that is written down, as a closed door is."""

    def __init__(self, sentence: object, act: Act, case_id: UUID | None = None) -> None:
        super().__init__(sentence)
        self.act, self.case_id = act, case_id


def standing_of(user: User) -> Standing:
    """The units and mandates of `user` today; kept on the object for the rest of the request."""
    if not hasattr(user, "_standing"):
        user._standing = _read_standing(user)  # type: ignore[attr-defined]  # for this request
    standing: Standing = user._standing  # type: ignore[attr-defined]  # as above
    return standing


def forget_standing(user: User) -> None:
    """Something of it has changed within this request."""
    user.__dict__.pop("_standing", None)


def _read_standing(user: User) -> Standing:
    """Of an account that is closed or frozen nothing is left but the account."""
    if is_locked(user):
        return Standing({}, user.pk)
    memberships = user.memberships.live().select_related("unit")
    by_unit = {place.unit_id: frozenset(place.unit.mandates) for place in memberships}
    if GLASS.isdisjoint(frozenset().union(*by_unit.values())):
        return Standing(by_unit, user.pk)
    return Standing(by_unit, user.pk, open_glass(user))


def shared_for(user: User, case_id: UUID) -> frozenset[str]:
    """What the case is open for to `user`, with whichever of their units."""
    return frozenset[str]().union(*shared_by_unit(user, case_id).values())


def shared_by_unit(user: User, case_id: UUID) -> Shared:
    """What each unit holds; consent to identification opens the case to the bureau's unit."""
    standing = standing_of(user)
    held = dict(grants().of_case(case_id).held_by(standing).by_unit())
    bureau = [u for u, mandates in standing.by_unit.items() if Mandate.COORDINATOR in mandates]
    if bureau and open_to_bureau(case_id):
        held |= dict.fromkeys(bureau, frozenset(THE_FILE))
    return held


def unit_for(user: User, act: Act) -> Unit:
    """The unit that `user` does `act` for: the first whose mandate allows it. May raise Refused."""
    standing = standing_of(user)
    unit: Unit
    for unit in units().of(user):
        if unit.pk in units_for(standing, act):
            return unit
    raise Refused(_("Your unit has no mandate for this."))


def is_allowed(user: User, act: Act, case_id: UUID) -> bool:
    """What a case is shared for is looked up only where overseeing does not do."""
    standing = standing_of(user)
    if may_on_case(standing, act, NOTHING) or may_through_glass(standing, act, case_id):
        return True
    return may_on_case(standing, act, shared_by_unit(user, case_id))


def require(by: User, act: Act) -> None:
    if not may(standing_of(by), act):
        raise NotAllowed(_("Your unit has no mandate for this."), act)


def require_on_case(by: User, act: Act, case_id: UUID) -> None:
    if not is_allowed(by, act, case_id):
        if act in SEALED and standing_of(by).oversees:
            raise NotAllowed(NO_BASIS, act, case_id)
        raise NotAllowed(_("This file is not shared with your unit for this."), act, case_id)
