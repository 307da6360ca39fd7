"""What the log keeps of signing in: who, when, with what; never what was typed."""

from django.db import transaction

from amparo.accounts.actions.sessions import clear_expired, end_others
from amparo.accounts.limits import LONGEST
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import User


@transaction.atomic
def signed_in(means: str, *, by: User) -> None:
    record("signed in", by=by, purpose=means[:60])
    # A row that is over still says whose late form it was: it goes some hours after its end.
    clear_expired(clock.now() - LONGEST)


@transaction.atomic
def factor_changed(change: str, keep: str | None, *, by: User) -> None:
    """`change` as the library names it: "mfa/email/totp_activated"."""
    record("changed a factor", by=by, purpose=change.rpartition("/")[2])
    end_others(keep, by=by)
