from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.questions.actions import answer_questions
from amparo.cases.questions.forms import QuestionsForm
from amparo.cases.views.scope import case_or_404, form_page
from amparo.people.country import country


@requires(Act.WRITE_CASE)
def questions(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    if not country().fields_of(QuestionsForm.asks):
        raise Http404
    return form_page(
        request,
        case,
        QuestionsForm(request.POST or None),
        lambda data: answer_questions(case, by=request.user, **data),
        title=_("Further questions"),
        lead=_("An answer is written once. A new one stands in its place; the earlier one stays."),
        button=_("Keep the answers"),
        done=_("The answers are kept."),
        cites="extra_fields",
    )
