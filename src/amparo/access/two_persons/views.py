"""Where proposals wait for a second person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.two_persons import actions
from amparo.access.two_persons.forms import DecideForm, WithdrawForm
from amparo.access.two_persons.queries import (
    decidable_by,
    is_waiting,
    proposal_for,
    proposed_by,
)
from amparo.access.views import SignedInRequest, perform, requires


@requires(Act.SEE_PROPOSALS)
def waiting(request: SignedInRequest) -> HttpResponse:
    context = {"decidable": decidable_by(request.user), "own": proposed_by(request.user)}
    return render(request, "access/proposals.html", context)


@requires(Act.SEE_PROPOSALS)
def decide(request: SignedInRequest, proposal: UUID) -> HttpResponse:
    row = proposal_for(request.user, proposal)
    if row is None:
        raise Http404
    form = DecideForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        if data["decision"] == "approve":
            actions.approve(row, by=request.user)
        else:
            actions.refuse(row, by=request.user, reason=data["reason"])

    if request.method == "POST" and perform(form, act, by=request.user):
        messages.success(request, _("Your decision is recorded."))
        return redirect("proposals")
    context = {"proposal": row, "form": form, "waiting": is_waiting(row)}
    return render(request, "access/proposal.html", context)


@requires(Act.SEE_PROPOSALS)
def withdraw(request: SignedInRequest, proposal: UUID) -> HttpResponse:
    row = get_object_or_404(proposed_by(request.user), pk=proposal)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda data: actions.withdraw(row, by=request.user), by=request.user
    ):
        messages.success(request, _("Your proposal is withdrawn. Nothing was done."))
        return redirect("proposals")
    return render(request, "access/proposal_withdraw.html", {"proposal": row, "form": form})
