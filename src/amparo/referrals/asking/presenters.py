"""What was asked back about an offer, in words, with its answer or the buttons for one."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from amparo.cases.consents.holders import Told
from amparo.cases.models import Case
from amparo.design.parts import Entry
from amparo.people.codes import label, listed
from amparo.referrals.asking.actions import LIST
from amparo.referrals.asking.models import Answer, OfferQuestion
from amparo.referrals.asking.queries import questions_of
from amparo.referrals.models import Need, Offer, OfferState


@dataclass(frozen=True)
class Asked:
    """`key` is for the buttons that answer; `answer` is empty until somebody has."""

    pk: UUID
    words: str
    answer: str
    open: bool
    key: UUID = field(default_factory=uuid4)


def asked_back(offer: Offer) -> list[Asked]:
    is_open = offer.state == OfferState.OFFERED
    return [
        Asked(row.pk, label(LIST, row.code), said(row), is_open and row.answered_at is None)
        for row in offer.questions.all()
    ]


def said(row: OfferQuestion) -> str:
    """The answer in a word; nothing while there is none, and none any more in an erased file."""
    return str(Answer(row.answer).label) if row.answer else ""


def more_to_ask(offer: Offer) -> bool:
    return {row.code for row in offer.questions.all()} < set(listed(LIST).codes)


def unanswered(need: Need) -> int:
    """Questions of services that still wait for whoever seeks this place."""
    return sum(each.open for offer in need.offers.all() for each in asked_back(offer))


def entries(case: Case) -> list[Entry]:
    rows = list(questions_of(case))
    together = groupby(rows, key=lambda row: (row.at, row.offer_id))
    asked = [_question([*group]) for _key, group in together]
    answered = [_answer(row, row.answered_at) for row in rows if row.answered_at]
    return asked + answered


def _question(rows: list[OfferQuestion]) -> Entry:
    """What was asked in one go is one entry."""
    first = rows[0]
    return Entry(
        id=f"e-{first.pk}",
        title=_("%(service)s asked something back") % {"service": first.offer.service.name},
        moment=first.at,
        text=" · ".join(label(LIST, row.code) for row in rows),
        actor=str(first.by),
        kind=_("Support"),
        icon="help",
    )


def _answer(row: OfferQuestion, at: datetime) -> Entry:
    return Entry(
        id=f"e-{row.pk}-answer",
        title=_("%(service)s was answered") % {"service": row.offer.service.name},
        moment=at,
        text=f"{label(LIST, row.code)} {said(row)}".strip(),
        actor=str(row.answered_by),
        kind=_("Support"),
        icon="message",
    )


def told(case: Case) -> list[Told]:
    """What services learned of the person through answers."""
    return [
        Told(
            row.offer.service.name,
            _("Was answered: %(question)s %(answer)s")
            % {"question": label(LIST, row.code), "answer": said(row)},
            row.answered_at,
        )
        for row in questions_of(case).answered()
        if row.answered_at
    ]
