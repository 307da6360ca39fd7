"""What the screens of offers show: each offer, each service that may be asked, each card."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.design.parts import Tone, Words
from amparo.directory import regions
from amparo.directory.models import Service
from amparo.directory.presenters import freshness, places, takes
from amparo.referrals import words
from amparo.referrals.asking import presenters as asking
from amparo.referrals.board import Column, Filled
from amparo.referrals.matching import Match
from amparo.referrals.models import Need, Offer, OfferState
from amparo.referrals.moves import Group, Mover, moves


@dataclass(frozen=True)
class Asked:
    """An offer in words. `key` is for the one button that stands with it."""

    offer: Offer
    state: Words
    tone: Tone
    text: str
    open: bool
    asked_back: list[asking.Asked]
    key: UUID = field(default_factory=uuid4)


def asked(offer: Offer) -> Asked:
    state = offer.state
    is_open = state == OfferState.OFFERED
    text = "" if is_open else _answer(offer)
    back = asking.asked_back(offer)
    return Asked(offer, words.STATES[state], words.TONES[state], text, is_open, back)


def _answer(offer: Offer) -> str:
    """How long the answer took, and its reason if it had one."""
    took = ""
    if offer.answered_at:
        took = _("After %(time)s.") % {"time": words.passed(offer.at, offer.answered_at)}
    steps = list(offer.statuses.all())
    reason = words.reason(offer.state, steps[-1].reason) if steps else ""
    return f"{took} {reason}".strip()


@dataclass(frozen=True)
class Candidate:
    """A service beside a need: whether it fits and why, and what it was asked last."""

    service: Service
    about: str
    why: list[Words]
    why_not: list[Words]
    places: str
    last: Asked | None
    key: UUID = field(default_factory=uuid4)


def candidate(found: Match[Service], offers: list[Offer], now: datetime) -> Candidate:
    service = found.service
    last = next((asked(offer) for offer in offers if offer.service_id == service.pk), None)
    about = (service.unit.name, regions.label(service.region), takes(service))
    return Candidate(
        service=service,
        about=" · ".join(about),
        why=[words.WHY[reason] for reason in found.why],
        why_not=[words.WHY_NOT[reason] for reason in found.why_not],
        places=f"{places(service)}, {freshness(service, now)}",
        last=last,
    )


@dataclass(frozen=True)
class Waiting:
    """An offer on the provider's desk: the need in words, and nothing of the case."""

    offer: Offer
    headline: str
    words: str
    places: str
    asked_back: list[asking.Asked]
    may_ask: bool
    held_until: datetime | None = None
    key: UUID = field(default_factory=uuid4)
    hold_key: UUID = field(default_factory=uuid4)

    @property
    def id(self) -> str:
        """The place of the offer on the page, for links from elsewhere."""
        return f"offer-{self.offer.pk}"


def waiting(offer: Offer, now: datetime, held: datetime | None = None) -> Waiting:
    """`held`: until when a place is kept for it, if one is."""
    free = f"{places(offer.service)}, {freshness(offer.service, now)}"
    return Waiting(
        offer, words.headline(offer.need), words.in_words(offer.need), free,
        asking.asked_back(offer), asking.more_to_ask(offer), held,
    )  # fmt: skip


@dataclass(frozen=True)
class Answered:
    """An offer that this provider answered; `file` leads to the case once it is shared."""

    asked: Asked
    headline: str
    reference: str
    file: str


def answered(offer: Offer, references: dict[UUID, str]) -> Answered:
    reference = ""
    if offer.state == OfferState.ACCEPTED:
        reference = references.get(offer.case_id, "")
    file = reverse("cases:detail", args=[reference]) if reference else ""
    return Answered(asked(offer), words.headline(offer.need), reference, file)


@dataclass(frozen=True)
class Card:
    """A need on the board, with the moves that its reader may make."""

    need: Need
    headline: str
    who: str
    place: str
    offers: list[Asked]
    waits: str
    moves: list[Group]
    key: UUID = field(default_factory=uuid4)


@dataclass(frozen=True)
class Drawn:
    """A column of the board with its cards; `hidden` counts those that did not fit."""

    column: Column
    total: int
    hidden: int
    cards: list[Card]


def drawn(filled: Filled, who: Mover, now: datetime) -> Drawn:
    cards = [card(need, filled.column, who, now) for need in filled.needs]
    return Drawn(filled.column, filled.total, filled.hidden, cards)


def card(need: Need, column: Column, who: Mover, now: datetime) -> Card:
    offers = list(need.offers.all())
    placed = column == Column.PLACED
    shown = [o for o in offers if o.state == OfferState.ACCEPTED] if placed else offers
    return Card(
        need=need,
        headline=words.headline(need),
        who=words.who(need),
        place=reverse("referrals:place", args=[need.pk]),
        offers=[asked(offer) for offer in shown],
        waits=words.passed(need.at, need.met_at or now),
        moves=moves(need, who),
    )
