"""Actions: the list, the page of one, and what is written there."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.commitments.following import presenters
from amparo.commitments.following.action_forms import (
    ActionFilter,
    ActionForm,
    AnswerForm,
    AskSearch,
    NewActionForm,
    StepForm,
)
from amparo.commitments.following.actions.taking import (
    answer_ask,
    change_action,
    stop_answering,
    take_action,
    take_step,
)
from amparo.commitments.following.models import Action
from amparo.commitments.following.queries import actions
from amparo.commitments.following.rights import may_speak_for
from amparo.commitments.following.views.page import FormPage, form_page
from amparo.commitments.following.views.register import keeps
from amparo.commitments.presenters import ask_card
from amparo.commitments.queries import asks
from amparo.directory.buttons import press

ROWS = 25


def action_or_404(action: UUID) -> Action:
    row: Action = get_object_or_404(actions().with_state(), pk=action)
    return row


@requires(Act.SEE_COMMITMENTS)
def listing(request: SignedInRequest) -> HttpResponse:
    form = ActionFilter(request.GET or None, label_suffix="")
    found = form.narrow(actions().with_state().with_asks())
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    rows = [presenters.done(row, list(row.asks.all())) for row in page]
    context = {"form": form, "page": page, "rows": rows, "keeps": keeps(request)}
    return render(request, "commitments/following/actions.html", context)


@requires(Act.KEEP_COMMITMENTS)
def new(request: SignedInRequest) -> HttpResponse:
    """`?ask=` says which one it answers, where one comes from there."""
    wanted = request.GET.get("ask", "")
    ask = asks().filter(pk=wanted).first() if wanted.isdecimal() else None
    made: list[Action] = []
    form = NewActionForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda data: made.append(take_action(by=request.user, ask=ask, **data)),
        by=request.user,
    ):  # fmt: skip
        return (
            redirect("commitments:action", made[0].pk) if made else redirect("commitments:actions")
        )
    page = FormPage(
        _("What is done?"), presenters.heading_of(ask) if ask else _("Actions"),
        _("Take this action"), "",
        presenters.address_of(ask) if ask else reverse("commitments:actions"),
    )  # fmt: skip
    return render(request, "commitments/following/form.html", {"form": form, "page": page})


@requires(Act.SEE_COMMITMENTS)
def one(request: SignedInRequest, action: UUID) -> HttpResponse:
    row = action_or_404(action)
    taken_off = request.GET.get("undo", "")
    search = AskSearch(request.GET if "words" in request.GET else None, label_suffix="")
    found = search.found()
    context = presenters.action_page(row, request.user) | {
        "search": search,
        "found": None if found is None else [(str(ask.pk), ask_card(ask)) for ask in found],
        "undo": taken_off if taken_off.isdecimal() else "",
    }
    return render(request, "commitments/following/action.html", context)


@requires(Act.KEEP_COMMITMENTS)
def change(request: SignedInRequest, action: UUID) -> HttpResponse:
    row = action_or_404(action)
    page = FormPage(
        _("What is done?"), row.title, _("Save the action"), _("The action is changed."),
        presenters.address_of(row),
    )  # fmt: skip
    initial = {name: getattr(row, name) for name in ("title", "what", "begins_on", "ends_on")}
    initial["institution"] = str(row.institution_id or "")
    form = ActionForm(request.POST or None, initial=initial)
    return form_page(request, form, lambda d: change_action(row, by=request.user, **d), page)


@requires(Act.SEE_COMMITMENTS)
def step(request: SignedInRequest, action: UUID) -> HttpResponse:
    row = action_or_404(action)
    if not may_speak_for(request.user, row.institution):
        raise PermissionDenied
    page = FormPage(
        _("How far is it?"), row.title, _("Save the step"), _("The step is saved."),
        presenters.address_of(row),
    )  # fmt: skip
    form = StepForm(request.POST or None)
    return form_page(request, form, lambda data: take_step(row, by=request.user, **data), page)


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def answer(request: SignedInRequest, action: UUID) -> HttpResponse:
    row = action_or_404(action)
    return press(
        request, AnswerForm(request.POST),
        lambda data: answer_ask(row, data["ask"], by=request.user),
        done=_("The action answers this ask."), back=presenters.address_of(row),
    )  # fmt: skip


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def stop(request: SignedInRequest, action: UUID) -> HttpResponse:
    """The page that follows offers to put it back."""
    row = action_or_404(action)
    form = AnswerForm(request.POST)
    done = _("The action does not answer this ask any more.")
    wanted = request.POST.get("ask", "")
    back = presenters.address_of(row) + (f"?undo={wanted}" if wanted.isdecimal() else "")
    return press(
        request, form, lambda data: stop_answering(row, data["ask"], by=request.user),
        done=done, back=back,
    )  # fmt: skip
