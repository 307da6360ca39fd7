from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import POLICE, Act, Recipient, recipient_of
from amparo.access.queries import BOTH, stands
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import refuse_if_closed
from amparo.cases.announcements import announce
from amparo.cases.consents.models import Consent, GroundEnd, LegalGround, Withdrawal
from amparo.cases.consents.queries import units_closed_at
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

BEST_INTERESTS = "best_interests"


@action
def record_consent(
    case: Case,
    *,
    by: User,
    purpose: str,
    recipients: str,
    language: str,
    how: str,
    given_by: str,
    until: date | None = None,
) -> Consent:
    """Write down a yes for one purpose.

    A child's own yes is heard and kept; it counts with the guardian's, or with a legal ground.
    To tell the police names the police and the prosecutor, whatever else was chosen.
    """
    require_on_case(by, Act.WRITE_CASE, case.pk)
    refuse_if_closed(case)
    if until and until < today():
        raise Refused(_("A consent cannot end before today."))
    consent = Consent(
        case=case,
        purpose=purpose,
        recipients=Recipient.JUSTICE if purpose == POLICE else recipients,
        language=language,
        how=how,
        given_by=given_by,
        until=until,
        at=clock.now(),
        by=by,
    )
    consent.save(force_insert=True)
    record("recorded consent", by=by, case=case.pk, thing=consent, purpose=purpose)
    return consent


@action
def withdraw_consent(consent: Consent, *, by: User, how: str) -> Withdrawal:
    """End a consent at the person's word, from this moment on; on a closed file too.

    The database ends with it what was shared under it and is covered by nothing else.
    """
    require_on_case(by, Act.WRITE_CASE, consent.case_id)
    if Withdrawal.objects.filter(consent=consent).exists():
        raise Refused(_("This consent has been withdrawn already."))
    withdrawal = Withdrawal(
        case_id=consent.case_id, consent=consent, how=how, at=clock.now(), by=by
    )
    withdrawal.save(force_insert=True)
    record("withdrew consent", by=by, case=consent.case_id, thing=consent, purpose=consent.purpose)
    _tell_who_lost(consent.case_id, withdrawal.at, consent.purpose, by=by)
    return withdrawal


@action
def narrow_consent(
    consent: Consent, *, by: User, recipients: str, how: str, until: date | None = None
) -> Consent:
    """Put a smaller yes in the place of a wider one. What both cover goes on without a gap."""
    if not _narrower(consent, recipients, until):
        raise Refused(
            _("This is not narrower than what the person said. Record a new consent instead.")
        )
    smaller = record_consent(
        consent.case, by=by, purpose=consent.purpose, recipients=recipients,
        language=consent.language, how=how, given_by=consent.given_by, until=until,
    )  # fmt: skip
    withdraw_consent(consent, by=by, how=how)
    return smaller


def _narrower(consent: Consent, recipients: str, until: date | None) -> bool:
    fewer = consent.recipients == BOTH and recipients != BOTH
    shorter = until is not None and (consent.until is None or until < consent.until)
    within = consent.recipients in (recipients, BOTH)
    lasting = consent.until is None or (until is not None and until <= consent.until)
    return within and lasting and (fewer or shorter)


@action
def record_ground(case: Case, *, by: User, purpose: str, ground: str) -> LegalGround:
    """Write down what replaces a consent that cannot be asked for now."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    refuse_if_closed(case)
    if ground == BEST_INTERESTS and not case.treated_as_child:
        raise Refused(_("An adult speaks for themselves: best interests replace no adult's yes."))
    row = LegalGround(case=case, purpose=purpose, ground=ground, at=clock.now(), by=by)
    row.save(force_insert=True)
    record("recorded a legal ground", by=by, case=case.pk, thing=row, purpose=purpose)
    return row


@action
def end_ground(ground: LegalGround, *, by: User) -> GroundEnd:
    """From this moment on what was shared under the ground hangs on consents alone."""
    require_on_case(by, Act.WRITE_CASE, ground.case_id)
    if GroundEnd.objects.filter(ground=ground).exists():
        raise Refused(_("This ground has ended already."))
    end = GroundEnd(case_id=ground.case_id, ground=ground, at=clock.now(), by=by)
    end.save(force_insert=True)
    record("ended a legal ground", by=by, case=end.case_id, thing=ground, purpose=ground.purpose)
    _tell_who_lost(end.case_id, end.at, ground.purpose, by=by)
    return end


def _tell_who_lost(case_id: UUID, at: datetime, purpose: str, *, by: User) -> None:
    for unit in units_closed_at(case_id, at):
        record("stopped sharing", by=by, case=case_id, thing=unit, purpose=purpose)
    announce(case_with(case_id))


def stands_for(case: Case, purpose: str) -> bool:
    """Whether a live consent or a recorded legal ground covers `purpose` now."""
    return stands(case.pk, purpose, recipient_of(purpose))
