"""Asking for another decision: on which grounds, with what new evidence, on whose word (I9)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts, step
from amparo.cases.decisions.models import Reconsideration
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.models import User

LEADS_TO = {
    State.NOT_PRESUMED: State.FIRST_CHALLENGED,
    State.NOT_CONFIRMED: State.FINAL_CHALLENGED,
}


@action
def ask_anew(
    case: Case, *, by: User, asked_by: str, grounds: Sequence[str], evidence: str = ""
) -> Reconsideration:
    """Have somebody else decide again; `evidence` is what is new, and is sealed. May raise Refused.

    A request that comes late is taken all the same: whether it is heard is for the one who decides.
    """
    require_on_case(by, Act.WRITE_CASE, case.pk)
    case = case_with(case.pk)
    target = LEADS_TO.get(State(case.identification))
    if target is None:
        raise Refused(
            _("Only a decision that was not for the person is taken anew: the file says “%(now)s”.")
            % {"now": case.get_identification_display()}
        )
    if not grounds:
        raise Refused(_("Say on which grounds another decision is asked for."))
    reason = "new_facts" if "new_evidence" in grounds else "appeal"
    status = step(case, Track.IDENTIFICATION, target, by=by, reason=reason)
    row = Reconsideration(
        case=case, status=status, asked_by=asked_by, grounds=list(grounds), at=clock.now(), by=by
    )
    if evidence:
        facts(case, by=by).write(row, "evidence", evidence)
    row.save(force_insert=True)
    record("asked for another decision", by=by, case=case.pk, thing=row, purpose=reason)
    return row
