from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.country import country, today
from amparo.people.models import User
from amparo.stay.models import AssessedAnew, ReturnDecision, ReturnRisk, ReturnWish, Stay, WishEnd
from amparo.stay.queries import (
    answers_of,
    decision_of,
    standing_wish,
    stay_today,
    travel_of,
)
from amparo.stay.rules import assessed_hindrance, decision_hindrance


@dataclass(frozen=True)
class Risks:
    """One answer of the list to each question about one place."""

    protection: str
    reach: str
    kin: str
    living: str
    health: str


@action
def wish_return(
    case: Case, *, by: User, own: bool, topics: tuple[str, ...], language: str,
    destination: str = "", words: str = "",
) -> ReturnWish:  # fmt: skip
    """Write down that the person wishes to return, and what they were told before they said so.

    Raises Refused where it is not their own wish, or one stands already.
    """
    case = begin(case, by=by)
    if not own:
        raise Refused(_("A return is voluntary: it begins with the person’s own wish."))
    if standing_wish(case):
        raise Refused(_("The wish to return is written down already."))
    row = ReturnWish(case=case, at=clock.now(), by=by, topics=list(topics), language=language)
    keep(row, "return: wished", by=by, destination=destination, words=words)
    step(case, Track.RESIDENCE, State.RETURN_WISHED, by=by)
    return row


@action
def end_wish(case: Case, *, by: User, reason: str) -> WishEnd:
    """The person may change their mind until they travel, and stays as they stayed before."""
    case = begin(case, by=by)
    wish = standing(case)
    if travel_of(wish):
        raise Refused(_("The person has travelled already."))
    row = WishEnd(case=case, at=clock.now(), by=by, wish=wish, reason=reason)
    keep(row, "return: wish ended", by=by, purpose=reason)
    step(case, Track.RESIDENCE, _where_they_stay(case), by=by)
    return row


def _where_they_stay(case: Case) -> State:
    stay = stay_today(case)
    if stay is None:
        return State.NATIONAL
    return State.PERMIT if stay.kind == Stay.Kind.PERMIT else State.REFLECTION_STAY


@action
def assess_risks(case: Case, risks: Risks, *, by: User, place: str, note: str = "") -> ReturnRisk:
    """Answer the questions about one place; with both answered, the file says so."""
    case = begin(case, by=by)
    wish = standing(case)
    row = ReturnRisk(case=case, at=clock.now(), by=by, wish=wish, place=place, **asdict(risks))
    keep(row, f"return: risks {place}", by=by, note=note)
    if case.residence == State.RETURN_WISHED and not assessed_hindrance(answers_of(case, wish)):
        step(case, Track.RESIDENCE, State.RETURN_ASSESSED, by=by)
    return row


@action
def ask_anew(case: Case, *, by: User, why: str) -> AssessedAnew | None:
    """From now on no assessment of the return before this moment counts; None without a wish."""
    wish = standing_wish(case)
    if wish is None or travel_of(wish):
        return None
    row = AssessedAnew(case=case, at=clock.now(), by=by, wish=wish, why=why)
    return keep(row, "return: to be assessed anew", by=by, purpose=why)


@action
def decide_return(
    case: Case, *, by: User, still_wished: bool, language: str, plan: str
) -> ReturnDecision:
    """Told what was found, the person wishes it still. Raises Refused where something lacks.

    For a child the Child route has its say besides: its guards hold the step.
    """
    case = begin(case, by=by)
    wish = standing(case)
    if not still_wished:
        raise Refused(_("The person does not wish it any more: record that the wish has ended."))
    if decision_of(wish):
        raise Refused(_("This return is decided already."))
    refuse(decision_hindrance(answers_of(case, wish), today(), country().return_assessment_days))
    row = ReturnDecision(case=case, at=clock.now(), by=by, wish=wish, language=language)
    keep(row, "return: decided", by=by, plan=plan)
    step(case, Track.RESIDENCE, State.RETURN_DECIDED, by=by)
    return row


def standing(case: Case) -> ReturnWish:
    wish = standing_wish(case)
    if wish is None:
        raise Refused(_("No wish of the person to return is written down."))
    return wish
