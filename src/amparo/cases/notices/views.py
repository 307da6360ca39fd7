from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.notices import presenters
from amparo.cases.notices.actions import see_all
from amparo.cases.notices.queries import notices_of
from amparo.design.forms import AmparoForm
from amparo.methods import clock

ROWS = 25


@requires(Act.SEE_CASES)
def notices(request: SignedInRequest) -> HttpResponse:
    """What I was told of and is still so; sent, it marks all of it as seen."""
    form = AmparoForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and perform(
        form, lambda data: see_all(by=request.user), by=request.user
    ):
        return redirect("cases:notices")
    rows = notices_of(request.user).still_true(request.user).newest_first()
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    told = [presenters.told(row) for row in page]
    context = {"page": page, "told": told, "form": form, "now": clock.now()}
    return render(request, "cases/notices.html", context)
