"""What is asked of this country, and of others: the list that the bureau works through."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.commitments.asked import presenters
from amparo.commitments.asked.forms import AskedFilter

ASKS = 50


@requires(Act.SEE_COMMITMENTS)
def asked(request: SignedInRequest) -> HttpResponse:
    form = AskedFilter(request.GET or None, label_suffix="")
    page = Paginator(form.asks(), ASKS).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": presenters.rows(page),
        "total": page.paginator.count,
        "query": request.GET.urlencode(),
    }
    return render(request, "commitments/asked/asked.html", context)


@requires(Act.SEE_COMMITMENTS)
@require_safe
def sheet(request: SignedInRequest) -> HttpResponse:
    """The same as a CSV file."""
    form = AskedFilter(request.GET or None)
    response = HttpResponse(presenters.as_csv(form.asks()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="asked.csv"'
    return response
