"""What the screens of offers show: each offer, each service that may be asked, each card."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.design.parts import Column, Table, Tone, Words
from amparo.directory.models import Service
from amparo.directory.presenters import freshness, places, takes
from amparo.referrals import board, words
from amparo.referrals.asking import presenters as asking
from amparo.referrals.board import Filled
from amparo.referrals.matching import Found, Match
from amparo.referrals.models import Need, Offer, OfferState, Wish
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
    """A service beside a need: whether it fits and why, and what it was asked last.

    `wish`: what the person said of it; `wishes`: what they may say instead, as value and words.
    """

    service: Service
    about: str
    why: list[str]
    cautions: list[str]
    why_not: list[str]
    places: str
    wish: str
    wishes: list[tuple[str, Words]]
    last: Asked | None
    key: UUID = field(default_factory=uuid4)
    wish_key: UUID = field(default_factory=uuid4)


def candidate(found: Match, need: Need, offers: list[Offer], now: datetime) -> Candidate:
    service = found.service
    last = next((asked(offer) for offer in offers if offer.service_id == service.pk), None)
    about = (service.unit.name, words.where(service, need), takes(service))
    wish = need.wish_for(service.pk)
    return Candidate(
        service=service,
        about=" · ".join(about),
        why=words.said(found.why),
        cautions=words.said(found.cautions),
        why_not=words.said(found.why_not),
        places=f"{places(service)}, {freshness(service, now)}",
        wish=wish,
        wishes=[(other.value, other.label) for other in Wish if other != wish],
        last=last,
    )


def against(found: Found) -> Table:
    """Why those that do not fit do not, and how many of them."""
    reasons = words.said(reason for reason, _n in found.against)
    return Table(
        caption=_("Why they do not fit; one service may have several reasons"),
        columns=[Column(_("The service…")), Column(_("Services"), numeric=True)],
        rows=[
            (words_, number)
            for words_, (_reason, number) in zip(reasons, found.against, strict=True)
        ],
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

    column: board.Column
    total: int
    hidden: int
    cards: list[Card]


def drawn(filled: Filled, who: Mover, now: datetime) -> Drawn:
    cards = [card(need, filled.column, who, now) for need in filled.needs]
    return Drawn(filled.column, filled.total, filled.hidden, cards)


def card(need: Need, column: board.Column, who: Mover, now: datetime) -> Card:
    offers = list(need.offers.all())
    placed = column == board.Column.PLACED
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
