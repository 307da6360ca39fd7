from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.justice.actions.proceedings import the_proceeding
from amparo.justice.models import Claim, ClaimStep
from amparo.justice.queries.claims import awarded, claim_with, is_over, paid, steps_of
from amparo.justice.rules import Sums, claim_hindrance, day_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User


@action
def claim(
    case: Case, *, by: User, source: str, amount: Decimal, currency: str, day: date,
    proceeding: UUID | None = None,
) -> Claim:  # fmt: skip
    """Write down what the person asks for, and of whom."""
    case = begin(case, by=by)
    refuse(day_hindrance(day, today=today()))
    row = Claim(
        case=case, at=clock.now(), by=by, source=source, amount=amount, currency=currency,
        day=day, proceeding=the_proceeding(case, proceeding) if proceeding else None,
    )  # fmt: skip
    return keep(row, "claim", by=by, purpose=source)


@action
def follow_claim(
    case: Case, claim: UUID, *, by: User, state: str, day: date, amount: Decimal | None = None
) -> ClaimStep:
    """Write down what was awarded, refused or paid. Raises Refused where the sums do not agree."""
    case = begin(case, by=by)
    made = claim_with(case, claim)
    if made is None:
        raise Refused(_("There is no such claim."))
    steps = steps_of(made)
    sums = Sums(made.amount, awarded(made), paid(made))
    refuse(claim_hindrance(state, amount, sums, over=is_over(made)))
    refuse(day_hindrance(day, today=today(), after=made.day))
    row = ClaimStep(
        case=case, at=clock.now(), by=by, claim=made, number=len(steps) + 1, state=state, day=day,
        amount=amount,
    )  # fmt: skip
    return keep(row, f"claim: {state}", by=by)
