from dataclasses import dataclass

from amparo.access.acting import action
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import BestInterests
from amparo.cases.child.queries import guardian_of
from amparo.cases.child.rules import Weighed, interests_hindrance
from amparo.cases.models import Case
from amparo.cases.pages.writing import keep, refuse
from amparo.methods import clock
from amparo.people.models import User


@dataclass(frozen=True)
class Said:
    """What is sealed of a decision: the options one a line, the child's own words, the reasons."""

    options: str
    words: str
    reasons: str


@action
def weigh_interests(case: Case, weighed: Weighed, said: Said, *, by: User) -> BestInterests:
    """Record a decision on the child's best interests. Raises Refused where something lacks."""
    case = begin_for_child(case, by=by)
    options = [line for line in said.options.splitlines() if line.strip()]
    refuse(
        interests_hindrance(
            weighed, options=len(options), words=said.words.strip(),
            has_guardian=guardian_of(case) is not None,
        )
    )  # fmt: skip
    row = BestInterests(
        case=case, at=clock.now(), by=by, subject=weighed.subject, outcome=weighed.outcome,
        decider=weighed.decider, guardian_agrees=weighed.guardian_agrees, heard=weighed.heard,
        unheard="" if weighed.heard else weighed.unheard,
    )  # fmt: skip
    what = f"best interests: {weighed.outcome}"
    return keep(row, what, by=by, purpose=weighed.subject, **vars(said))
