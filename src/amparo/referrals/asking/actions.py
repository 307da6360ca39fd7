"""A unit asks something back before it says yes or no, and whoever seeks the place answers it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.consents.actions import stands_for
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.codes import listed
from amparo.people.models import User
from amparo.referrals.actions.offers import SUPPORT, put_to_us, still_open
from amparo.referrals.asking.models import OfferQuestion
from amparo.referrals.models import Offer

LIST = "offer_questions"


@action
def ask(made: Offer, codes: Collection[str], *, by: User) -> list[OfferQuestion]:
    """Ask what the list allows to be asked; each once for an offer. The time to answer goes on."""
    made = put_to_us(made, by=by)
    asked = set(made.questions.values_list("code", flat=True))
    fresh = [code for code in listed(LIST).codes if code in codes and code not in asked]
    if not fresh:
        raise Refused(_("This was asked already: the answer stands with the offer."))
    now = clock.now()
    return [_ask(made, code, now, by=by) for code in fresh]


def _ask(made: Offer, code: str, now: datetime, *, by: User) -> OfferQuestion:
    question = OfferQuestion(
        offer=made, case_id=made.case_id, unit=made.unit, code=code, at=now, by=by
    )
    question.save(force_insert=True)
    record("asked about an offer", by=by, case=made.case_id, thing=question, purpose=code)
    return question


@action
def answer_question(question: OfferQuestion, answer: str, *, by: User) -> OfferQuestion:
    """Say yes, no or not known to the unit that asked. What it learns goes as far as a consent."""
    require_on_case(by, Act.FIND_PLACE, question.case_id)
    refuse_if_restricted(question.case_id)
    still_open(question.offer)
    question = OfferQuestion.objects.select_for_update().get(pk=question.pk)
    if question.answered_at:
        raise Refused(_("This question was answered already."))
    if not stands_for(case_with(question.case_id), SUPPORT):
        raise Refused(_("Record the person's consent to support, or the ground that replaces it."))
    question.answer, question.answered_at, question.answered_by = answer, clock.now(), by
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    record(
        "answered about an offer", by=by, case=question.case_id, thing=question,
        purpose=question.code,
    )  # fmt: skip
    return question


def forget(case_id: UUID) -> None:
    """In the transaction that destroys a file's keys: what was said of the person goes with them.

    What was asked stays: it says what a house wanted to know, and nothing of anybody.
    """
    OfferQuestion.objects.filter(case_id=case_id).exclude(answer="").update(answer="")
