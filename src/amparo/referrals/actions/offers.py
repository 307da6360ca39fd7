from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import share
from amparo.access.policy import THE_FILE, Act, Recipient, units_for
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.access.standing import Refused, require, require_on_case, standing_of
from amparo.audit.actions import record
from amparo.cases.actions.steps import step
from amparo.cases.clocks.rules import due
from amparo.cases.consents.actions import stands_for
from amparo.cases.consents.models import Withdrawal
from amparo.cases.machine import State, Track
from amparo.cases.models import Case, Status
from amparo.cases.queries import case_with
from amparo.directory.actions.places import (
    hold_place,
    let_go,
    note_answers,
    note_silence,
    take_place,
)
from amparo.directory.models import Hold, Service
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from amparo.referrals.matching import obstacles, places_needed
from amparo.referrals.matching.rules import rules
from amparo.referrals.models import Need, Offer, OfferState, OfferStatus, Urgency

SUPPORT = "support"
PLACED_ELSEWHERE, SUPPORT_ENDED = "placed_elsewhere", "support_ended"
CONSENT_ENDED = "consent_ended"


@action
def offer(need: Need, service: Service, *, by: User) -> Offer:
    """Put a need to a service, without identity, with a time to answer by."""
    require_on_case(by, Act.FIND_PLACE, need.case_id)
    refuse_if_restricted(need.case_id)
    need = Need.objects.select_for_update().get(pk=need.pk)
    if not stands_for(need.case, SUPPORT):
        raise Refused(_("Record the person's consent to support, or the ground that replaces it."))
    if need.met_at:
        raise Refused(_("A place was accepted for this need already."))
    if need.case.support == State.ENDED:
        raise Refused(_("The support of this person has ended. Record a new need first."))
    if service.kind != need.kind or not service.active:
        raise Refused(_("This service does not offer what is needed."))
    if obstacles(need, service):
        raise Refused(_("This service cannot take the person: see why in the list."))
    if Offer.objects.open().filter(need=need, service=service).exists():
        raise Refused(_("This service has the offer already and has not answered yet."))
    now = clock.now()
    made = Offer(
        need=need, case_id=need.case_id, unit=service.unit, service=service, at=now,
        reply_by=_reply_by(need, now),
    )  # fmt: skip
    made.save(force_insert=True)
    _status(made, OfferState.OFFERED, by=by)
    return made


def _reply_by(need: Need, now: datetime) -> datetime:
    tonight = need.urgency == Urgency.TONIGHT
    return due(country().clocks["offer_reply_urgent" if tonight else "offer_reply"], now)


@action
def accept(made: Offer, *, by: User) -> Offer:
    """Take the person: a place is taken, the case opens to the unit, other offers are recalled.

    What the unit may then read goes as far as the consent or ground for support reaches.
    """
    made = put_to_us(made, by=by)
    take_place(made.service, made.pk, places=places_needed(made.need, made.service))
    _answer(made, OfferState.ACCEPTED, by=by)
    share(made.case_id, made.unit, THE_FILE, by=by, under=SUPPORT, recipient=Recipient.SERVICES)
    case = _case_or_refuse(made)
    _meet(made.need_id, case, by=by)
    return made


def _case_or_refuse(made: Offer) -> Case:
    """The case as it is now, held; without a live basis the share that was made shows nothing."""
    try:
        case = case_with(made.case_id)
    except Case.DoesNotExist as error:
        raise Refused(_("The consent has ended meanwhile: speak to who made the offer.")) from error
    if case.support == State.ENDED:
        raise Refused(_("The support of this person has ended: the offer stands no more."))
    return case


def _meet(need_id: UUID, case: Case, *, by: User) -> None:
    need = Need.objects.get(pk=need_id)
    need.met_at = clock.now()
    need.save(update_fields=["met_at"])
    for other in need.offers.open():
        _answer(other, OfferState.RECALLED, by=by, reason=PLACED_ELSEWHERE)
    if case.support == State.SOUGHT:
        step(case, Track.SUPPORT, State.PLACED, by=by)


@action
def hold(made: Offer, *, by: User) -> Hold:
    """Keep a place for it while the unit finds out whether it can say yes; a clock lets it go."""
    made = put_to_us(made, by=by)
    until = due(country().clocks["place_hold"], clock.now())
    places = places_needed(made.need, made.service)
    held = hold_place(made.service, made.pk, until, places=places)
    record("held a place", by=by, case=made.case_id, thing=made)
    return held


@action
def release(made: Offer, *, by: User) -> None:
    """Let the place go that is kept for it; the offer stands."""
    made = put_to_us(made, by=by)
    if not let_go(made.pk):
        raise Refused(_("No place is held for this any more."))
    record("let a place go", by=by, case=made.case_id, thing=made)


@action
def decline(made: Offer, *, by: User, reason: str) -> Offer:
    """Say no, with a reason from the list; the need stays open."""
    made = put_to_us(made, by=by)
    return _answer(made, OfferState.DECLINED, by=by, reason=reason)


@action
def recall(made: Offer, *, by: User, reason: str = "") -> Offer:
    """Take an offer back before it is answered."""
    require_on_case(by, Act.FIND_PLACE, made.case_id)
    made = still_open(made)
    return _answer(made, OfferState.RECALLED, by=by, reason=reason)


def recall_when_support_ends(case: Case) -> None:
    """No provider goes on thinking about a place that nobody needs any more."""
    if case.support == State.ENDED:
        ended = Status.objects.of(case).filter(track=Track.SUPPORT).latest("number")
        _recall_all(case, by=ended.by, reason=SUPPORT_ENDED)


def recall_when_consent_ends(case: Case) -> None:
    """Without a yes to support nobody is asked for it; a withdrawal takes the question back."""
    last = Withdrawal.objects.of(case).newest_first().first()
    if last and not stands_for(case, SUPPORT):
        _recall_all(case, by=last.by, reason=CONSENT_ENDED)


def _recall_all(case: Case, *, by: User, reason: str) -> None:
    # One that is being answered now waits for the case and is then refused: do not wait for it.
    waiting = Offer.objects.open().filter(case_id=case.pk).select_for_update(skip_locked=True)
    for made in waiting:
        _answer(made, OfferState.RECALLED, by=by, reason=reason)


def put_to_us(made: Offer, *, by: User) -> Offer:
    """The offer as it is now, held until the end; refused to any unit but the one it was put to."""
    require(by, Act.ANSWER_OFFER)
    if made.unit_id not in units_for(standing_of(by), Act.ANSWER_OFFER):
        raise Refused(_("This offer was put to another unit."))
    return still_open(made)


def still_open(made: Offer) -> Offer:
    """The offer as it is now, held until the end. Raises Refused where it was answered."""
    Need.objects.select_for_update().get(pk=made.need_id)  # one answer to a need at a time
    made = Offer.objects.select_for_update().get(pk=made.pk)
    _refuse_if_answered(made)
    return made


def _refuse_if_answered(made: Offer) -> None:
    if made.state != OfferState.OFFERED:
        raise Refused(
            _("This offer is closed: %(state)s.") % {"state": OfferState(made.state).label}
        )


def _answer(made: Offer, state: OfferState, *, by: User, reason: str = "") -> Offer:
    made.state, made.answered_at = state, clock.now()
    made.save(update_fields=["state", "answered_at"])
    let_go(made.pk)
    _status(made, state, by=by, reason=reason)
    _note(made, by=by)
    return made


def _note(made: Offer, *, by: User) -> None:
    """What this says of how the service answers. Its own unit sees every offer put to it and counts
    them anew; anybody else sees this one alone."""
    if made.unit_id in standing_of(by).units:
        since = clock.now() - timedelta(days=rules().settings.days)
        asked, in_time = Offer.objects.put_to_service(made.service_id).answers_since(since)
        note_answers(made.service, asked=asked, in_time=in_time)
    elif clock.now() > made.reply_by:
        note_silence(made.service)


def _status(made: Offer, state: OfferState, *, by: User, reason: str = "") -> None:
    status = OfferStatus(
        offer=made, case_id=made.case_id, unit=made.unit, state=state, reason=reason,
        at=clock.now(), by=by,
    )  # fmt: skip
    status.save(force_insert=True)
    record(f"offer: {state}", by=by, case=made.case_id, thing=made, purpose=reason)
