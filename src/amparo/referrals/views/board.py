from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.methods import clock
from amparo.referrals.board import columns
from amparo.referrals.forms import BoardFilter
from amparo.referrals.presenters import drawn


@requires(Act.FIND_PLACE)
def board(request: SignedInRequest) -> HttpResponse:
    form, now = BoardFilter(request.GET), clock.now()
    found = [drawn(column, now) for column in columns(request.user, form.chosen())]
    context = {"form": form, "columns": found, "narrowed": bool(form.chosen()), "now": now}
    return render(request, "referrals/board.html", context)
