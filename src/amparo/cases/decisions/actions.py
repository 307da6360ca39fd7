from collections.abc import Sequence
from dataclasses import asdict

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.cases.decisions.findings import Finding, refuse_unless_sound
from amparo.cases.decisions.models import Decision
from amparo.cases.decisions.second import propose_decision, refuse_if_one_waits, takes_two
from amparo.cases.decisions.taking import refuse_if_hindered, stage_of, take
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.cases.questions.actions import Answers, keep_answers
from amparo.cases.questions.models import AskedOn
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User


@action
def decide(
    case: Case,
    outcome: State,
    *,
    by: User,
    reason: str,
    note: str = "",
    findings: Sequence[Finding] = (),
    evidence: Sequence[str] = (),
    stands: str = "",
    answers: Answers | None = None,
) -> Decision:
    """Decide the first or the final step, or propose it where the country asks for two persons.

    `note`: the reasons in full, which are sealed; `stands`: what the file said when whoever
    decides began to write. May raise Refused.
    """
    require_on_case(by, Act.DECIDE, case.pk)
    case = case_with(case.pk)
    _refuse_if_moved(case, stands)
    decision = Decision(
        case=case, stage=stage_of(case, outcome), result=outcome, reason=reason,
        findings=[asdict(finding) for finding in findings], evidence=list(evidence),
        at=clock.now(), by=by,
    )  # fmt: skip
    refuse_if_hindered(decision, by=by)
    refuse_unless_sound(outcome, findings, today())
    if takes_two(decision.step):
        propose_decision(decision, note, by=by)
    else:
        refuse_if_one_waits(decision)
        take(decision, by=by, text=note)
    keep_answers(case, answers, by=by, form=AskedOn.DECISION, about=decision.pk)
    return decision


def _refuse_if_moved(case: Case, stands: str) -> None:
    if stands and stands != case.identification:
        raise Refused(
            _(
                "Somebody has decided meanwhile: the file says “%(now)s”. Nothing of yours was"
                " recorded, and your text still stands below."
            )
            % {"now": case.get_identification_display()}
        )
