"""What an administrator may not do alone: give a mandate, and set free what was reset."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.actions import thaw
from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.access.two_persons import Kind, Proposal, register
from amparo.administration.actions.places import take_up
from amparo.administration.queries import account, wanted_role
from amparo.people.models import Mandate, User

GRANT_ROLE, UNFREEZE = "grant_role", "unfreeze"


def register_kinds() -> None:
    ask, decide = Act.KEEP_ACCOUNTS, Act.DECIDE_ACCOUNTS
    grant, unfreeze = gettext_lazy("A place in a unit"), gettext_lazy("An account set free")
    register(Kind(GRANT_ROLE, grant, ask, decide, _grant, _grant_says))
    register(Kind(UNFREEZE, unfreeze, ask, decide, _unfreeze, _unfreeze_says))


def _grant(proposal: Proposal, by: User) -> None:
    wanted = wanted_role(proposal.subject)
    if wanted.user_id in (by.pk, proposal.by_id):
        raise Refused(_("Nobody gives a mandate to themselves."))
    take_up(wanted.user, wanted.unit, granted_by=proposal.by, by=by)


def _grant_says(proposal: Proposal) -> str:
    wanted = wanted_role(proposal.subject)
    held = ", ".join(str(Mandate(mandate).label) for mandate in wanted.unit.mandates)
    return _("%(name)s (%(email)s) joins %(unit)s, with its mandates: %(mandates)s") % {
        "name": wanted.user, "email": wanted.user.email, "unit": wanted.unit, "mandates": held,
    }  # fmt: skip


def _unfreeze(proposal: Proposal, by: User) -> None:
    user = account(proposal.subject)
    if user is None or not user.has_usable_password():
        raise Refused(
            _("This person has not yet chosen a password by the link. Ask them to do so first.")
        )
    thaw(user, by=by)


def _unfreeze_says(proposal: Proposal) -> str:
    user = account(proposal.subject)
    return _(
        "The account of %(name)s (%(email)s) gets its rights back. Speak with them first: is it"
        " they who chose the new password?"
    ) % {"name": user, "email": user.email if user else ""}
