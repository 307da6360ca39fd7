from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import refuse_if_closed
from amparo.cases.decisions.models import Decision, NoticeGiven
from amparo.cases.decisions.notices.words import LANGUAGES, LETTER, contents
from amparo.cases.decisions.queries import last_decision
from amparo.cases.models import Case
from amparo.design.paper import paper
from amparo.methods import clock
from amparo.people.models import User

NONE_NEEDED = "none_needed"


@action
def print_notice(case: Case, *, by: User, language: str) -> bytes:
    """The paper that tells the person of the last decision; it is kept nowhere. May raise Refused.

    It says the result, what was found and what was weighed, by codes: no sealed text, no name.
    """
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    decision = _last(case)
    if language not in LANGUAGES:
        raise Refused(_("There is no such paper in this language."))
    record("printed the notice", by=by, case=case.pk, thing=decision, purpose=language)
    return paper(contents(case, decision, language), LETTER.name)


@action
def record_notice(
    case: Case, *, by: User, printed: str, language: str, how: str, interpreter: str
) -> NoticeGiven:
    """That the person was told: on which paper, in which language, how, through whom."""
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    refuse_if_closed(case)
    decision = _last(case)
    if language != printed and interpreter == NONE_NEEDED:
        raise Refused(
            _("The paper is in another language than the person was told in: say who interpreted.")
        )
    row = NoticeGiven(
        case=case, decision=decision, printed=printed, language=language, how=how,
        interpreter=interpreter, at=clock.now(), by=by,
    )  # fmt: skip
    row.save(force_insert=True)
    record("told the person of the decision", by=by, case=case.pk, thing=row, purpose=language)
    return row


def _last(case: Case) -> Decision:
    decision = last_decision(case)
    if decision is None:
        raise Refused(_("No decision stands in this file yet."))
    return decision
