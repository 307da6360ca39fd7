"""This room's part of the home page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from amparo.cases.counting import capped
from amparo.cases.models import Case
from amparo.design.parts import Task, Words
from amparo.directory.presenters import places
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals import words
from amparo.referrals.asking.presenters import unanswered
from amparo.referrals.models import Need, Offer, OfferState
from amparo.referrals.queries import desk_of, needs_for

SHOWN = 6


def offers(user: User) -> dict[str, Any]:
    """Offers that wait for an answer of the provider's units, the soonest first."""
    waiting = desk_of(user).open()
    return {
        "tasks": [_offer(row) for row in waiting.soonest_first()[:SHOWN]],
        "total": waiting.count(),
        "now": clock.now(),
    }


def needs(user: User) -> dict[str, Any]:
    """Needs without a place on cases that are shared with the user, the oldest first."""
    unmet = needs_for(user).unmet()
    return {
        "tasks": [_need(row) for row in unmet.oldest_first().with_offers()[:SHOWN]],
        "total": capped(unmet),
        "now": clock.now(),
    }


def _offer(row: Offer) -> Task:
    href = f"{reverse('referrals:desk')}#offer-{row.pk}"
    note = f"{row.service.name} · {places(row.service)}"
    return Task(words.headline(row.need), href, note, row.reply_by)


def _need(row: Need) -> Task:
    case: Case = row.case
    replies = [offer.reply_by for offer in row.offers.all() if offer.state == OfferState.OFFERED]
    return Task(
        title=words.headline(row),
        href=reverse("referrals:place", args=[row.pk]),
        note=f"{case.reference} “{case.pseudonym}”",
        due=min(replies, default=None),
        state=_waits(row, bool(replies)),
        tone="warn",
    )


def _waits(row: Need, offered: bool) -> Words:
    """What stops it on this side: a service waits for an answer, or none was asked."""
    if asked := unanswered(row):
        sentence = ngettext(
            "%(n)d question waits for your answer", "%(n)d questions wait for your answer", asked
        )
        return sentence % {"n": asked}
    return "" if offered else words.NOBODY_ASKED
