"""What is said of an ask itself: who answers for it, where it stands, what was sent."""

from datetime import date

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.following.models import (
    Charge,
    Institution,
    Progress,
    Sending,
    Unsent,
)
from amparo.commitments.models import Ask
from amparo.methods import clock
from amparo.people.models import User


@action
def put_in_charge(ask: Ask, institution: Institution | None, *, by: User) -> Charge | None:
    """From now on this one answers for the ask, or nobody; whoever did before no more does."""
    require(by, Act.KEEP_COMMITMENTS)
    Ask.objects.select_for_update().get(pk=ask.pk)  # of two at once, the second ends the first
    before = Charge.objects.filter(ask=ask, ended_at=None).first()
    if before and institution and before.institution_id == institution.pk:
        return before
    if before:
        before.ended_at = clock.now()
        before.save(update_fields=["ended_at"])
        record("ended a charge", by=by, thing=before)
    return _charge(ask, institution, by=by) if institution else None


def _charge(ask: Ask, institution: Institution, *, by: User) -> Charge:
    """Whoever ends the institution at the same time waits for this, and then finds it."""
    live = Institution.objects.select_for_update(of=("self",)).get(pk=institution.pk)
    if live.ended_at:
        raise Refused(_("This institution has ended. Choose another one."))
    row = Charge.objects.create(ask=ask, institution=institution, by=by, at=clock.now())
    record("put an institution in charge", by=by, thing=row)
    return row


@action
def say_progress(ask: Ask, *, by: User, state: str, why: str) -> Progress:
    """Where the ask stands from now on; what was said before stays readable."""
    require(by, Act.KEEP_COMMITMENTS)
    row = Progress.objects.create(ask=ask, state=state, why=why, by=by, at=clock.now())
    record("said where an ask stands", by=by, thing=row)
    return row


@action
def note_sending(ask: Ask, *, by: User, opens: date, sent_on: date, what: str = "") -> Sending:
    """That what the ask wants in the window beginning on `opens` was sent."""
    require(by, Act.KEEP_COMMITMENTS)
    row = Sending.objects.create(
        ask=ask, opens=opens, sent_on=sent_on, what=what, by=by, at=clock.now()
    )
    record("noted what was sent", by=by, thing=row)
    return row


@action
def take_back_sending(row: Sending, *, by: User) -> None:
    """It was noted by mistake. Taking it back again changes nothing."""
    require(by, Act.KEEP_COMMITMENTS)
    _, made = Unsent.objects.get_or_create(sending=row, defaults={"by": by, "at": clock.now()})
    if made:
        record("took back what was sent", by=by, thing=row)
