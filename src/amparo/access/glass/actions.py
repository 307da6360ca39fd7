from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.glass.models import Alert, Glass, GlassReason, GlassReview
from amparo.access.glass.queries import clocks_apart
from amparo.access.mail import call_to_desk
from amparo.access.policy import Act
from amparo.access.standing import Refused, forget_standing, is_allowed, require, unit_for
from amparo.audit.actions import record
from amparo.audit.models import Decision
from amparo.methods import clock
from amparo.people.models import Mandate, User
from amparo.people.queries import people_with_mandate

BROKE = "opened in an emergency"
WORDS = 3  # fewer say nothing to whoever reviews
TOLERATED = 60  # seconds between the clocks of this process and of the database
TOLD = (Mandate.COORDINATOR, Mandate.DATA_PROTECTION)


def check_reason(reason: str) -> str:
    """Raises Refused for a reason that tells whoever reviews nothing."""
    text = " ".join(reason.split())
    if len(text.split()) < WORDS:
        raise Refused(_("Say in at least three words why this cannot wait."))
    return text


@action
def open_in_emergency(case_id: UUID, *, by: User, reason: str) -> Glass:
    """Open a case to `by` alone for an hour; whoever watches is told in the same transaction."""
    require(by, Act.BREAK_GLASS)
    text = check_reason(reason)
    if is_allowed(by, Act.SEE_CASE, case_id) and is_allowed(by, Act.OPEN_IDENTITY, case_id):
        raise Refused(_("This file is open to you already: no emergency opening is needed."))
    if clocks_apart() > TOLERATED:
        raise Refused(
            _(
                "The clocks of this server disagree, so that sixty minutes cannot be measured."
                " Nothing was opened: call the bureau, and tell your administrator."
            )
        )
    glass = Glass(case_id=case_id, by=by, unit=unit_for(by, Act.BREAK_GLASS))
    glass.save(force_insert=True)
    glass.refresh_from_db()  # the database writes both moments
    GlassReason.objects.create(glass=glass, case_id=case_id, text=text)
    _tell(glass, by)
    record(BROKE, by=by, case=case_id, thing=glass, decision=Decision.GLASS)
    forget_standing(by)
    return glass


def deny(*, by: User) -> None:
    """Write down that somebody asked for a file under a reference that there is not."""
    record(BROKE, by=by, decision=Decision.DENY)


def _tell(glass: Glass, by: User) -> None:
    people = people_with_mandate(*TOLD).exclude(pk=by.pk)
    told = Alert.objects.bulk_create(Alert(glass=glass, to=person) for person in people)
    addresses = [alert.to.email for alert in told]
    # No partial: it has no name, by which Django would log that it failed.
    transaction.on_commit(lambda: call_to_desk(addresses), robust=True)


@action
def review(glass: Glass, *, by: User, outcome: str, reason: str) -> GlassReview:
    """What data protection finds. Not justified ends the hour at once, were it still running."""
    require(by, Act.REVIEW_GLASS)
    if glass.by_id == by.pk:
        raise Refused(_("Somebody else must review what you opened."))
    text = check_reason(reason)
    try:
        with transaction.atomic():
            found = GlassReview.objects.create(
                glass=glass, outcome=outcome, reason=text, by=by, at=clock.now()
            )
    except IntegrityError as already:
        raise Refused(_("This opening was reviewed already.")) from already
    record("reviewed an emergency", by=by, case=glass.case_id, thing=glass, purpose=outcome)
    return found
