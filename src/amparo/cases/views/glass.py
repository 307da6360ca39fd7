"""Emergency: opening a file that is not shared, and what is said of it afterwards."""

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amparo.access.fresh import has_just_signed, sign_again
from amparo.access.glass.actions import review as review_glass
from amparo.access.glass.models import Glass
from amparo.access.glass.queries import told_to
from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.actions.glass import break_glass
from amparo.cases.forms import EmergencyForm, ReviewForm
from amparo.cases.presenters import emergencies
from amparo.cases.queries import references_of


@requires(Act.BREAK_GLASS)
def emergency(request: SignedInRequest) -> HttpResponse:
    if not settings.DEMO and not has_just_signed(request):
        return sign_again(request)
    form, found = EmergencyForm(request.POST or None), list[Glass | None]()

    def act(data: dict[str, Any]) -> None:
        found.append(break_glass(data["reference"], by=request.user, reason=data["reason"]))

    if request.method == "POST" and perform(form, act, by=request.user):
        if found != [None]:
            messages.warning(request, _("The file is open to you for 60 minutes."))
            return redirect("cases:detail", form.data["reference"].strip().upper())
        form = _asked_anew(request)
    return render(request, "cases/emergency.html", {"form": form, "demo": settings.DEMO})


def _asked_anew(request: SignedInRequest) -> EmergencyForm:
    """The same words under another key: to ask for another reference is another deed."""
    form = EmergencyForm({**request.POST.dict(), "key": str(uuid4())})
    form.add_error(
        "reference", _("No file has this reference. Check each digit; nothing was opened.")
    )
    return form


@requires(Act.SEE_GLASS)
def emergency_list(request: SignedInRequest) -> HttpResponse:
    rows = list(told_to(request.user))
    known = references_of(request.user, [row.case_id for row in rows])
    may_review = may(standing_of(request.user), Act.REVIEW_GLASS)
    context = {"rows": emergencies(rows, known), "may_review": may_review}
    return render(request, "cases/emergencies.html", context)


@requires(Act.REVIEW_GLASS)
def review(request: SignedInRequest, glass: UUID) -> HttpResponse:
    row = get_object_or_404(told_to(request.user), pk=glass)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda data: review_glass(row, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("Your review is recorded."))
        return redirect("cases:emergencies")
    return render(request, "cases/emergency_review.html", {"form": form, "row": row})
