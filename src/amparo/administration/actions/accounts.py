"""Accounts: made, closed, and given new credentials; what an administrator issued starts frozen.

Whoever holds the one-time link could use it in the other's place. So the account has no right until
a second person has spoken with its owner and confirms (security design, 3.1).
"""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import freeze
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.access.two_persons import Proposal, propose
from amparo.accounts.actions.sessions import end_all_of
from amparo.accounts.models import Link
from amparo.administration.queries import is_frozen
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import Membership, User


@dataclass(frozen=True)
class Issued:
    """An account and the token of its one-time link, which is shown once and stored nowhere."""

    user: User
    token: str


@action
def invite(*, by: User, email: str, **names: str) -> Issued:
    """Make an account: frozen, without password, in no unit. `names`: given, family, titles."""
    require(by, Act.KEEP_ACCOUNTS)
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise Refused(_("There is an account with this address already."))
    user = User(email=address, invited_by=by, **names)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as already:
        raise Refused(_("There is an account with this address already.")) from already
    record("made an account", by=by, thing=user)
    return _issue(user, by)


@action
def reset(user: User, *, by: User) -> Issued:
    """Take all credentials away and issue a link for new ones; the account is frozen with it."""
    require(by, Act.KEEP_ACCOUNTS)
    if user.pk == by.pk:
        raise Refused(_("Change your own password and keys on your own page."))
    user.set_unusable_password()
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    Authenticator.objects.filter(user=user).delete()
    Link.objects.filter(user=user).delete()
    record("reset credentials", by=by, thing=user)
    return _issue(user, by)


def _issue(user: User, by: User) -> Issued:
    if not is_frozen(user):
        freeze(user, by=by)
    end_all_of(user, by=by)
    return Issued(user, default_token_generator.make_token(user))


@action
def close_account(user: User, *, by: User) -> None:
    """At once: no sign-in, no session, no place in any unit. What they wrote stays theirs."""
    require(by, Act.KEEP_ACCOUNTS)
    if user.pk == by.pk:
        raise Refused(_("Somebody else must close your own account."))
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        raise Refused(_("This account is closed already."))
    Membership.objects.live().filter(user=user).update(ended_at=clock.now())
    end_all_of(user, by=by)
    record("closed an account", by=by, thing=user)


@action
def ask_to_unfreeze(user: User, *, by: User, reason: str) -> Proposal:
    require(by, Act.KEEP_ACCOUNTS)
    if not is_frozen(user):
        raise Refused(_("This account is not frozen."))
    return propose("unfreeze", by=by, subject=user.pk, reason=reason)


@action
def choose_password(user: User, password: str, *, by: User) -> None:
    """By the one-time link: its owner's first deed. The link is used up with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record("chose a password by the link", by=by, thing=user)
