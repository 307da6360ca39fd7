"""The log for whoever watches over data protection; reading it is logged too (S1 ¶11)."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.audit.queries import entries
from amparo.audit.verify import faults_of_the_log
from amparo.people.queries import users_by_id

ROWS = 50


@requires(Act.SEE_LOG)
def log(request: SignedInRequest) -> HttpResponse:
    record("read the log", by=request.user)
    page = Paginator(entries().newest_first(), ROWS).get_page(request.GET.get("page"))
    people = users_by_id(entry.actor for entry in page)
    rows = [(entry, people.get(entry.actor)) for entry in page]
    context: dict[str, object] = {"page": page, "rows": rows, "faults": []}
    if "check" in request.GET:
        context |= {"checked": True, "faults": faults_of_the_log()}
    return render(request, "access/log.html", context)
