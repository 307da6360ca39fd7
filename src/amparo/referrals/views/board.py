from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.directory.buttons import press
from amparo.methods import clock
from amparo.referrals.board import Column, columns
from amparo.referrals.forms import BoardFilter, MoveForm
from amparo.referrals.moves import DONE, mover, take
from amparo.referrals.presenters import drawn
from amparo.referrals.queries import needs_for


@requires(Act.FIND_PLACE)
def board(request: SignedInRequest) -> HttpResponse:
    form, now = BoardFilter(request.GET), clock.now()
    filled = columns(request.user, form.chosen())
    who = mover(request.user, [need for column in filled for need in column.needs])
    context = {
        "form": form, "columns": [drawn(column, who, now) for column in filled], "now": now,
        "narrowed": bool(form.chosen()), "states": Column, "chosen": form.chosen().get("column"),
        "oversees": may(standing_of(request.user), Act.SEE_PROVIDERS),
    }  # fmt: skip
    return render(request, "referrals/board.html", context)


@requires(Act.FIND_PLACE)
@require_POST
def move(request: SignedInRequest, need: UUID) -> HttpResponse:
    """Back on the board the card stands where it belongs; refused, where it stood."""
    row = get_object_or_404(needs_for(request.user).newest_first(), pk=need)
    form = MoveForm(request.POST)
    return press(
        request,
        form,
        lambda data: take(row, data["move"], by=request.user),
        done=DONE.get(request.POST.get("move", "").partition(":")[0], ""),
        back=reverse("referrals:board"),
    )
