"""The desk of the police and the prosecutor; and what is held against persons of the files."""

from django.http import HttpResponse
from django.shortcuts import render

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.cases.counting import Pages
from amparo.justice import presenters
from amparo.justice.dossiers import register
from amparo.justice.queries import dossiers_for
from amparo.justice.queries.non_punishment import allegations_seen_by
from amparo.justice.scope import dossier_or_404

ROWS = 25


@requires(Act.SEE_DOSSIERS)
def dossiers(request: SignedInRequest) -> HttpResponse:
    rows = dossiers_for(request.user).newest_first()
    page = Pages(rows, ROWS).get_page(request.GET.get("page"))
    return render(request, "justice/list.html", {"page": page})


@requires(Act.SEE_DOSSIER)
def dossier(request: SignedInRequest, reference: str) -> HttpResponse:
    row = dossier_or_404(request, Act.SEE_DOSSIER, reference)
    record("saw the dossier", by=request.user, case=row.pk)
    pages = [(each.page, each.page.href(row), each.summary(row)) for each in register.shown()]
    context = {"dossier": row, "facts": presenters.facts(row), "pages": pages}
    return render(request, "justice/dossier.html", context)


@requires(Act.SEE_CASES)
def allegations(request: SignedInRequest) -> HttpResponse:
    """Everything that is held against somebody and has not ended, the oldest first."""
    rows = allegations_seen_by(request.user)
    page = Pages(rows, ROWS).get_page(request.GET.get("page"))
    shown = [presenters.open_allegation(row) for row in page.object_list]
    return render(request, "justice/allegations.html", {"page": page, "rows": shown})
