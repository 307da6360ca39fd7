"""“Move to…” on a card of the board: what may be done with a need now, and doing it.

A choice names its deed and what it is done with: "offer:house-of-the-pier", "recall:<offer>". The
actions decide once more: between the page and the press a service may have answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.policy import Act, units_for
from amparo.access.standing import Refused, standing_of
from amparo.design.parts import Words
from amparo.directory.models import Service
from amparo.directory.presenters import places
from amparo.directory.queries import services
from amparo.people.codes import choices
from amparo.people.models import User
from amparo.referrals.actions import needs, offers
from amparo.referrals.board import Column
from amparo.referrals.matching import best_for
from amparo.referrals.models import Need, Offer, OfferState
from amparo.referrals.queries import offers_for, where_a_place_may_be_sought

# So many services stand in the menu of a card; all of them, with the reasons, on the need's page.
SERVICES = 8

DONE: Mapping[str, Words] = {
    "offer": gettext_lazy("Offered without identity: the card waits for the answer."),
    "recall": gettext_lazy("Recalled: the service sees it no more as a question."),
    "accept": gettext_lazy("Accepted: the file is now shared with your unit."),
    "decline": gettext_lazy("Declined: another service can be asked."),
    "again": gettext_lazy("A place is sought again: the new need stands in the first column."),
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Group:
    """The moves that lead to one column."""

    to: Column
    choices: list[Choice]


@dataclass(frozen=True)
class Mover:
    """What one person may do with the needs of a page, asked for all of them at once."""

    cases: frozenset[UUID]
    answers: frozenset[UUID]
    fitting: Mapping[Need, list[Service]]


def mover(user: User, wanted: Iterable[Need]) -> Mover:
    shown = list(wanted)
    cases = where_a_place_may_be_sought(user, {need.case_id for need in shown})
    seeking = [need for need in shown if not need.met_at and need.case_id in cases]
    answers = units_for(standing_of(user), Act.ANSWER_OFFER)
    return Mover(cases, answers, best_for(seeking, SERVICES))


def moves(need: Need, who: Mover) -> list[Group]:
    """By the column they lead to, in the order of the board; columns without any are left out."""
    made, seeks = list(need.offers.all()), need.case_id in who.cases
    waiting = [offer for offer in made if offer.state == OfferState.OFFERED]
    if need.met_at:
        found = {Column.UNASKED: [Choice("again", _("Seek another place"))] if seeks else []}
    else:
        found = {
            Column.REFUSED: [*_recalls(waiting, seeks=seeks), *_declines(waiting, who)],
            Column.WAITING: _offers(who.fitting.get(need, [])),
            Column.PLACED: _accepts(waiting, who),
        }
    return [Group(column, listed) for column, listed in found.items() if listed]


def _offers(fitting: list[Service]) -> list[Choice]:
    return [
        Choice(
            f"offer:{service.slug}",
            _("Offer to %(service)s (%(places)s)")
            % {"service": service.name, "places": places(service)},
        )
        for service in fitting
    ]


def _recalls(waiting: list[Offer], *, seeks: bool) -> list[Choice]:
    said = _("Recall the offer to %(service)s")
    return [
        Choice(f"recall:{offer.pk}", said % {"service": offer.service.name})
        for offer in waiting
        if seeks
    ]


def _declines(waiting: list[Offer], who: Mover) -> list[Choice]:
    said, reasons = _("Decline for %(service)s: %(reason)s"), choices("decline_reasons")
    asked = [(offer.pk, offer.service.name) for offer in waiting if offer.unit_id in who.answers]
    return [
        Choice(f"decline:{pk}:{code}", said % {"service": name, "reason": reason})
        for pk, name in asked
        for code, reason in reasons
    ]


def _accepts(waiting: list[Offer], who: Mover) -> list[Choice]:
    said = _("Accept for %(service)s")
    return [
        Choice(f"accept:{offer.pk}", said % {"service": offer.service.name})
        for offer in waiting
        if offer.unit_id in who.answers
    ]


def take(need: Need, move: str, *, by: User) -> object:
    """Do what a choice says. Raises Refused with a sentence, and the card stays where it was."""
    deed, _colon, target = move.partition(":")
    if deed == "again":
        return needs.seek_again(need, by=by)
    if deed == "offer":
        return offers.offer(need, _service(target), by=by)
    target, _colon, reason = target.partition(":")
    made = _offer(need, target, by)
    if deed == "recall":
        return offers.recall(made, by=by)
    if deed == "accept":
        return offers.accept(made, by=by)
    return offers.decline(made, by=by, reason=reason)


def _service(slug: str) -> Service:
    found = services().filter(slug=slug).first()
    if found is None:
        raise Refused(_("This service takes nobody any more."))
    return found


def _offer(need: Need, pk: str, by: User) -> Offer:
    found = offers_for(by).filter(need=need, pk=pk).first()
    if found is None:
        raise Refused(_("This offer is not there any more."))
    return found
