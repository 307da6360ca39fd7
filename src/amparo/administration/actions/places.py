"""Places in units: what gives any right, and what ends it at once."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.access.two_persons import Proposal, propose
from amparo.accounts.actions.sessions import end_all_of
from amparo.administration.models import RoleWanted
from amparo.administration.queries import colleagues
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import Membership, Unit, User


@action
def ask_for_place(user: User, unit: Unit, *, by: User, reason: str) -> Proposal | Membership:
    """A place in a unit without any mandate is given; any other waits for a second person."""
    require(by, Act.KEEP_ACCOUNTS)
    if user.pk == by.pk:
        raise Refused(_("Nobody gives a place to themselves."))
    if not user.is_active:
        raise Refused(_("This account is closed."))
    if colleagues(user, unit):
        raise Refused(_("This person works in that unit already."))
    if not unit.mandates:
        return take_up(user, unit, granted_by=by, by=by)
    wanted = RoleWanted.objects.create(user=user, unit=unit, by=by, at=clock.now())
    return propose("grant_role", by=by, subject=wanted.pk, reason=reason)


@action
def take_up(user: User, unit: Unit, *, granted_by: User, by: User) -> Membership:
    """The place itself; the caller has checked who may give it. Old sessions know nothing of it."""
    if colleagues(user, unit):
        raise Refused(_("This person works in that unit already."))
    try:
        with transaction.atomic():
            place = Membership.objects.create(
                user=user, unit=unit, since=today(), granted_by=granted_by
            )
    except IntegrityError as mixed:
        raise Refused(
            _(
                "Who keeps the accounts may open no file: this person cannot work in both units"
                " with one account."
            )
        ) from mixed
    end_all_of(user, by=by)
    record("gave a place", by=by, thing=place)
    return place


@action
def end_place(place: Membership, *, by: User) -> None:
    """At once: the next request of that person finds it ended, in every session."""
    require(by, Act.KEEP_ACCOUNTS)
    ended = Membership.objects.live().filter(pk=place.pk).update(ended_at=clock.now())
    if not ended:
        raise Refused(_("This place has ended already."))
    end_all_of(place.user, by=by)
    record("ended a place", by=by, thing=place)
