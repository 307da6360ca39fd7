"""The provider's desk. Before a yes it shows the need and nothing of the case."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.queries import cases_for
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press
from amparo.directory.presenters import counter
from amparo.directory.queries import held_until, services_of
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals import presenters
from amparo.referrals.actions import offers
from amparo.referrals.forms import DeclineForm
from amparo.referrals.periods import first_moment
from amparo.referrals.providers.forms import FIRST
from amparo.referrals.providers.presenters import Numbers, numbers
from amparo.referrals.providers.queries import half_of_all, lines
from amparo.referrals.queries import desk_of

ANSWERED = 20


@requires(Act.ANSWER_OFFER)
def desk(request: SignedInRequest) -> HttpResponse:
    user, now = request.user, clock.now()
    answered = list(desk_of(user).answered().last_answered_first()[:ANSWERED])
    shared = cases_for(user).filter(pk__in=[offer.case_id for offer in answered])
    references = dict(shared.values_list("pk", "reference"))
    waiting = list(desk_of(user).open().soonest_first())
    held = held_until(row.pk for row in waiting)
    context = {
        "waiting": [presenters.waiting(row, now, held.get(row.pk)) for row in waiting],
        "answered": [presenters.answered(row, references) for row in answered],
        "counters": [counter(service, now) for service in services_of(user)],
        "numbers": _own_numbers(user, now),
        "now": now,
    }
    return render(request, "referrals/desk.html", context)


def _own_numbers(user: User, now: datetime) -> Numbers:
    """How the user's own services answer, as the bureau reads it of them."""
    months = int(FIRST)
    asked = desk_of(user).made_since(first_moment(months))
    found = lines(services_of(user), asked, now)
    half = half_of_all(asked, [line.service for line in found])
    return numbers(found, half, months, now)


@requires(Act.ANSWER_OFFER)
@require_POST
def accept(request: SignedInRequest, offer: UUID) -> HttpResponse:
    done = _("Accepted. The file is now shared with your unit: it stands below.")
    return _answer(request, offer, offers.accept, done)


@requires(Act.ANSWER_OFFER)
@require_POST
def hold(request: SignedInRequest, offer: UUID) -> HttpResponse:
    done = _("A place is held. Say yes or no before the hold ends.")
    return _answer(request, offer, offers.hold, done)


@requires(Act.ANSWER_OFFER)
@require_POST
def release(request: SignedInRequest, offer: UUID) -> HttpResponse:
    done = _("The place is free again for others. The offer still waits for your answer.")
    return _answer(request, offer, offers.release, done)


def _answer(
    request: SignedInRequest, offer: UUID, do: Callable[..., object], done: str
) -> HttpResponse:
    row = get_object_or_404(desk_of(request.user), pk=offer)
    return press(
        request,
        AmparoForm(request.POST),
        lambda data: do(row, by=request.user),
        done=done,
        back=reverse("referrals:desk"),
    )


@requires(Act.ANSWER_OFFER)
def decline(request: SignedInRequest, offer: UUID) -> HttpResponse:
    row = get_object_or_404(desk_of(request.user).soonest_first(), pk=offer)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and perform(
        form, lambda data: offers.decline(row, by=request.user, **data), by=request.user
    ):
        messages.success(request, _("Declined. Thank you for the quick answer."))
        return redirect("referrals:desk")
    context = {"form": form, "offer": presenters.waiting(row, clock.now()), "now": clock.now()}
    return render(request, "referrals/decline.html", context)
