from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts, refuse_if_closed
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.cases.questions.models import AskedOn, CountryAnswer, PlainAnswer
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User

Answers = Mapping[str, str]


@action
def answer_questions(case: Case, *, by: User, answers: Answers) -> None:
    """Answer what the country asks about the file itself. Raises Refused."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    case = case_with(case.pk)
    refuse_if_closed(case)
    keep_answers(case, answers, by=by, form=AskedOn.FILE)


def keep_answers(
    case: Case, answers: Answers | None, *, by: User, form: AskedOn, about: UUID | None = None
) -> None:
    """Write each answer as a row of its own, within the action that its form belongs to.

    Raises Refused for what the country does not ask on that form.
    """
    if not answers:
        return
    asked = {each.code: each for each in country().fields_of(form)}
    if astray := answers.keys() - asked.keys():
        raise Refused(_("The country does not ask this here: %(code)s.") % {"code": min(astray)})
    at = clock.now()
    for code in (code for code in asked if code in answers):
        row = CountryAnswer(case=case, field=code, form=form, about=about, at=at, by=by)
        if asked[code].sealed:
            facts(case, by=by).write(row, "text", answers[code])
        row.save(force_insert=True)
        if not asked[code].sealed:
            PlainAnswer(answer=row, case=case, value=answers[code]).save(force_insert=True)
    record("answered extra fields", by=by, case=case.pk, purpose=form)


def forget(case_id: UUID) -> None:
    """In the transaction that destroys the keys: what was answered in clear goes with them."""
    PlainAnswer.objects.filter(case_id=case_id).delete()
