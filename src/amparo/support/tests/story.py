"""Everything that the Support track can hold, written as a click would: one story of one person."""

from amparo.cases.models import Case
from amparo.referrals.models import Offer
from amparo.support.actions.inclusion import note_inclusion
from amparo.support.actions.leaving import Answers, follow_up
from amparo.support.actions.people import note_relative, update_relative
from amparo.support.actions.plan import end_goal, set_goal
from amparo.support.actions.services import note_feedback, note_service
from amparo.support.tests.steps import agreed, assessed, later, left, reached_by
from support.cast import Cast


def play_support(case: Case, offer: Offer, cast: Cast, words: tuple[str, str]) -> None:
    """`words` are what is sealed: a relative's name, and a word that the person said.

    `offer`: a service that has accepted the person.
    """
    name, said = words
    by = cast.manager_a
    reached_by(case, by=by, value=f"ask for {said}")
    assessed(case, by=by, note=f"She fears {said}.", danger_family="possible")
    relative = note_relative(
        case, by=by, relation="child", place="abroad", depends=True, danger="possible",
        measure="none_yet", name=name, contact=f"with {name}",
    )  # fmt: skip
    update_relative(case, relative.pk, by=by, danger="possible", measure="abroad_told")
    set_goal(
        case, by=by, service="shelter", unit=cast.units["centre_a"], own=False, until=later(30),
        text=f"A room far from {said}.",
    )  # fmt: skip
    agreed(case, by=by, words=f"Yes, and {said} must not know.")
    note_service(case, offer.pk, by=by, state="started")
    note_feedback(
        case, offer.pk, by=by, useful="yes", safe=True, respected=True, words=f"Quiet, no {said}."
    )
    second = set_goal(
        case, by=by, service="livelihood", unit=cast.units["centre_a"], own=True, until=later(90),
        text=f"Work without {said}.",
    )  # fmt: skip
    end_goal(case, second.pk, by=by, how="reached")
    note_inclusion(case, by=by, area="housing", standing="for_a_time")
    left(case, by=by, plan=f"If {said} comes, she calls.")
    follow_up(
        case, by=by, contact="reached", answers=Answers(danger="none", wants_help=False),
        note=f"No word of {said}.",
    )  # fmt: skip
