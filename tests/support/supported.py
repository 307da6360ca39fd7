"""Support from its beginning to a follow-up, with each of its sealed texts written."""

from datetime import timedelta

from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.people.country import today
from amparo.referrals.actions.offers import accept
from amparo.support.actions.assessment import assess
from amparo.support.actions.leaving import Answers, follow_up, leave
from amparo.support.actions.people import note_contact, note_relative
from amparo.support.actions.plan import agree_plan, set_goal
from amparo.support.actions.services import note_feedback
from amparo.support.rules import Assessed
from support import files
from support.cast import Cast


def support(case: Case, cast: Cast, texts: tuple[str, ...]) -> None:
    by, soon = cast.manager_a, today() + timedelta(days=10)
    note, goal, words, contact, name, reached, said, later, asked = texts
    record_ground(case, by=by, purpose="support", ground="vital_interest")
    offer = accept(files.offered(cast, case, unit="second_shelter"), by=cast.second_provider)
    found = Assessed(
        needs=("health",), danger_self="none", danger_family="none", danger_staff="none",
        measures=(), language="en", interpreter="staff", listeners=(), review=soon,
    )  # fmt: skip
    assess(case, found, by=by, note=note)
    set_goal(
        case, by=by, service="health", unit=cast.units["centre_a"], own=True, until=soon, text=goal
    )
    agree_plan(case, by=by, mode="talk", language="en", words=words)
    note_contact(case, by=by, channel="email", answers="person", value=contact)
    note_relative(
        case, by=by, relation="child", place="abroad", depends=True, danger="none",
        measure="services", name=name, contact=reached,
    )  # fmt: skip
    note_feedback(case, offer.pk, by=by, useful="yes", safe=True, respected=True, words=said)
    leave(case, by=by, reason="goals_met", follow_up=True, told=True, plan=later)
    follow_up(case, by=by, contact="no_more", answers=Answers(danger="none"), note=asked)
