"""A page of the file, what is sealed on it, and one view for everything written there."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, View, requires
from amparo.audit.actions import record
from amparo.cases.forms import PurposeForm
from amparo.cases.pages.deeds import FilePage
from amparo.cases.pages.opening import open_words
from amparo.cases.pages.parts import Reader
from amparo.cases.queries import erased
from amparo.cases.views.scope import case_or_404, form_page, opened, unless_sealed
from amparo.methods import clock

# What the page shows: its banner if it has one, the steps it begins with, its sections.
Content = Callable[[Reader], dict[str, Any]]


def addresses(page: FilePage, content: Content) -> list[URLPattern]:
    """Under the file's own address: the page, its sealed words, a form, a form about one row."""
    at, deed = f"<str:reference>/{page.name}/", _deed_view(page)
    return [
        path(at, _page_view(page, content), name=page.name),
        path(f"{at}words/", _words_view(page), name=f"{page.name}_words"),
        path(f"{at}<slug:deed>/", deed, name=f"{page.name}_deed"),
        path(f"{at}<slug:deed>/<uuid:row>/", deed, name=f"{page.name}_row"),
    ]


def _page_view(page: FilePage, content: Content) -> View:
    @requires(Act.SEE_CASE)
    def show(request: SignedInRequest, reference: str) -> HttpResponse:
        case = case_or_404(request, Act.SEE_CASE, reference)
        record(f"saw the page: {page.name}", by=request.user, case=case.pk)
        context = {
            "case": case,
            "page": page,
            "now": clock.now(),
            "opens": bool(page.columns) and not erased(case),
            "words_href": page.url_name("words"),
            **content(Reader(case, standing_of(request.user), page)),
        }
        return render(request, "cases/pages/page.html", context)

    return show


def _words_view(page: FilePage) -> View:
    @unless_sealed
    @requires(Act.OPEN_ACCOUNT)
    def words(request: SignedInRequest, reference: str) -> HttpResponse:
        case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
        form = PurposeForm(request.POST or None)
        rows = opened(
            form, lambda purpose: open_words(case, page, by=request.user, purpose=purpose)
        )
        context = {"case": case, "page": page, "form": form, "rows": rows, "back": page.href(case)}
        return render(request, "cases/pages/words.html", context)

    return words


def _deed_view(page: FilePage) -> View:
    @requires(Act.SEE_CASE)
    def write(
        request: SignedInRequest, reference: str, deed: str, row: UUID | None = None
    ) -> HttpResponse:
        wanted = page.deeds.get(deed)
        if wanted is None or wanted.of_row != (row is not None):
            raise Http404
        case = case_or_404(request, wanted.act, reference)
        return form_page(
            request,
            case,
            wanted.asked(request, case),
            lambda data: wanted.run(case, row, data, by=request.user),
            title=wanted.title,
            lead=wanted.lead,
            button=_("Record it"),
            done=_("It is recorded."),
            cites=wanted.cites or page.cites,
            then=page.url_name(),
        )

    return write
