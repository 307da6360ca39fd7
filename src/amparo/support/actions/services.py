from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.models import Offer
from amparo.support.actions.plan import begin_course
from amparo.support.models import ServiceFeedback, ServiceStep
from amparo.support.queries import service_steps, taken_offers
from amparo.support.rules import service_hindrance


@action
def note_service(case: Case, offer: UUID, *, by: User, state: str, reason: str = "") -> ServiceStep:
    """Write down that a service that accepted the person began, was given, or stopped (S4)."""
    case = begin(case, by=by)
    taken, last = _taken(case, offer), service_steps(case).get(offer)
    refuse(service_hindrance(last.state if last else "", state, reason))
    row = ServiceStep(
        case=case, at=clock.now(), by=by, offer=taken, number=last.number + 1 if last else 1,
        state=state, reason=reason if state == ServiceStep.State.STOPPED else "",
    )  # fmt: skip
    keep(row, f"service: {state}", by=by, purpose=row.reason)
    begin_course(case, by=by)
    return row


@action
def note_feedback(
    case: Case, offer: UUID, *, by: User, useful: str, safe: bool, respected: bool, words: str = ""
) -> ServiceFeedback:
    """Write down what the person says of a service; the service itself does not read it here."""
    case = begin(case, by=by)
    row = ServiceFeedback(
        case=case, at=clock.now(), by=by, offer=_taken(case, offer), useful=useful, safe=safe,
        respected=respected,
    )  # fmt: skip
    return keep(row, "noted feedback", by=by, words=words)


def _taken(case: Case, offer: UUID) -> Offer:
    found = next((row for row in taken_offers(case) if row.pk == offer), None)
    if found is None:
        raise Refused(_("No such service has accepted the person."))
    return found
