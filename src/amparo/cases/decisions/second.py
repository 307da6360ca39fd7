"""Where the country asks for two persons: one proposes a decision, a second one agrees to it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.policy import Act, units_for
from amparo.access.standing import Refused, standing_of
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.access.two_persons.queries import waiting_for
from amparo.audit.actions import record
from amparo.cases import guards
from amparo.cases.decisions.models import Decision
from amparo.cases.decisions.queries import decision_with, untaken_of
from amparo.cases.decisions.taking import refuse_if_hindered, refuse_unless_its_turn, take, write
from amparo.cases.files import file_of
from amparo.cases.words import STATUS_SENTENCES
from amparo.people.codes import label
from amparo.people.country import country
from amparo.people.models import User

KIND = "decide_case"


def takes_two(step: str) -> bool:
    """Whether the country asks for a second person at this step, the first or the final one."""
    return step in country().second_person


def waiting(decision: Decision) -> bool:
    return waiting_for(KIND, decision.pk)


def refuse_if_one_waits(decision: Decision) -> None:
    if any(waiting(row) for row in untaken_of(decision.case)):
        raise Refused(_("A decision waits for a second person already: agree to it, or refuse it."))


def propose_decision(decision: Decision, text: str, *, by: User) -> None:
    """Keep what one officer decides; it counts when a second one of the authority agrees."""
    refuse_unless_its_turn(decision)
    guards.refuse_if_hindered(decision.case, decision.result)
    refuse_if_one_waits(decision)
    write(decision, text, by=by)
    record(
        f"proposed to decide: {decision.result}", by=by, case=decision.case_id, thing=decision,
        purpose=decision.reason,
    )  # fmt: skip
    reason = label("status_reasons", decision.reason)
    propose(KIND, by=by, subject=decision.pk, case=decision.case_id, reason=reason)


def carry_out(proposal: Proposal, by: User) -> None:
    """As the second person, of the same authority and bound by the same rules as the first."""
    decision = decision_with(proposal.subject)
    units = units_for(standing_of(by), Act.DECIDE)
    if not units & units_for(standing_of(proposal.by), Act.DECIDE):
        raise Refused(_("The second person is of the authority of the first."))
    refuse_unless_its_turn(decision)
    refuse_if_hindered(decision, by=by)
    take(decision, by=by)


def _says(proposal: Proposal) -> str:
    decision = decision_with(proposal.subject)
    return _(
        "“%(decision)s” will stand in the file %(reference)s. What it found and weighed stands on"
        " the page of the decision, its reasons under the accounts."
    ) % {"decision": STATUS_SENTENCES[decision.result], "reference": decision.case.reference}


def kind() -> Kind:
    return Kind(
        KIND, gettext_lazy("A decision on the identification"), Act.DECIDE, Act.DECIDE, carry_out,
        _says, shows=file_of,
    )  # fmt: skip
