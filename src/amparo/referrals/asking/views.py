from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.directory.buttons import press
from amparo.methods import clock
from amparo.referrals import presenters
from amparo.referrals.asking import actions
from amparo.referrals.asking.forms import AnswerForm, AskForm
from amparo.referrals.asking.queries import questions_for
from amparo.referrals.queries import desk_of


@requires(Act.ANSWER_OFFER)
def ask(request: SignedInRequest, offer: UUID) -> HttpResponse:
    row = get_object_or_404(desk_of(request.user).soonest_first(), pk=offer)
    form = AskForm(request.POST or None, offer=row)
    if request.method == "POST" and perform(
        form, lambda data: actions.ask(row, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("Asked. The answer will stand with the offer."))
        return redirect("referrals:desk")
    context = {"form": form, "offer": presenters.waiting(row, clock.now()), "now": clock.now()}
    return render(request, "referrals/ask.html", context)


@requires(Act.FIND_PLACE)
@require_POST
def answer(request: SignedInRequest, question: UUID) -> HttpResponse:
    row = get_object_or_404(questions_for(request.user), pk=question)
    return press(
        request,
        AnswerForm(request.POST),
        lambda data: actions.answer_question(row, by=request.user, **data),
        done=_("The service reads your answer now."),
        back=reverse("referrals:place", args=[row.offer.need_id]),
    )
