from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.letter import LETTER, contents, flagged
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.design.paper import paper
from amparo.people.models import User


@action
def print_letter(case: Case, *, by: User) -> bytes:
    """The letter on non-punishment as PDF, in the language of whoever prints it; kept nowhere."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    case = case_with(case.pk)
    if not flagged(case):
        raise Refused(_("Flag the offence committed under coercion first."))
    record("printed the letter", by=by, case=case.pk)
    return paper(contents(case), LETTER.name)
