"""A page of the file, what is sealed on it, and one view for everything written there."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, View, requires
from amparo.audit.actions import record
from amparo.cases.forms import PurposeForm
from amparo.cases.pages.deeds import FilePage, Subject
from amparo.cases.pages.ground import FILE, Ground, read_sealed
from amparo.cases.pages.parts import Reader, Reading
from amparo.cases.views.scope import form_page, opened
from amparo.methods import clock

T = TypeVar("T", bound=Subject)
R = TypeVar("R", bound=Reading)
P = TypeVar("P", bound=FilePage)
# What the page shows: its banner if it has one, the steps it begins with, its sections.
Content = Callable[[R], dict[str, Any]]


def addresses(page: FilePage, content: Content[Reader]) -> list[URLPattern]:
    """Under the file's own address: the page, its sealed words, a form, a form about one row."""
    return addresses_on(FILE, page, content)


def addresses_on(ground: Ground[T, R, P], page: P, content: Content[R]) -> list[URLPattern]:
    """The same for a page that stands on something else than a file."""
    at, deed = f"<str:reference>/{page.name}/", _deed_view(ground, page)
    return [
        path(at, _page_view(ground, page, content), name=page.name),
        path(f"{at}words/", _words_view(ground, page), name=f"{page.name}_words"),
        path(f"{at}<slug:deed>/", deed, name=f"{page.name}_deed"),
        path(f"{at}<slug:deed>/<uuid:row>/", deed, name=f"{page.name}_row"),
    ]


def _page_view(ground: Ground[T, R, P], page: P, content: Content[R]) -> View:
    @requires(ground.see)
    def show(request: SignedInRequest, reference: str) -> HttpResponse:
        about = ground.scope(request, ground.see, reference)
        record(f"saw the page: {page.name}", by=request.user, case=about.pk)
        reader = ground.reader(about, standing_of(request.user), page)
        context = {
            "case": about,
            "page": page,
            "now": clock.now(),
            "opens": page.seals and not ground.closed(about),
            "words_href": page.url_name("words"),
            "home": ground.home,
            "back": ground.back,
            "halted": reader.halted,
            **content(reader),
        }
        return render(request, "cases/pages/page.html", context)

    return show


def _words_view(ground: Ground[T, R, P], page: P) -> View:
    @ground.guard
    @requires(ground.opens)
    def words(request: SignedInRequest, reference: str) -> HttpResponse:
        about = ground.scope(request, ground.opens, reference)
        form = PurposeForm(request.POST or None)
        rows = opened(
            form,
            lambda purpose: read_sealed(ground, about, page, by=request.user, purpose=purpose),
        )
        context = {
            "case": about, "page": page, "form": form, "rows": rows, "back": page.href(about),
        }  # fmt: skip
        return render(request, "cases/pages/words.html", context)

    return words


def _deed_view(ground: Ground[T, R, P], page: P) -> View:
    @requires(ground.see)
    def write(
        request: SignedInRequest, reference: str, deed: str, row: UUID | None = None
    ) -> HttpResponse:
        wanted = page.deeds.get(deed)
        if wanted is None or wanted.of_row != (row is not None):
            raise Http404
        about = ground.scope(request, wanted.act, reference)
        return form_page(
            request,
            about,
            wanted.asked(request, about),
            lambda data: wanted.run(about, row, data, by=request.user),
            title=wanted.title,
            lead=wanted.lead,
            button=_("Record it"),
            done=_("It is recorded."),
            cites=wanted.cites or page.cites,
            then=page.url_name(),
            home=page.url_name(),
            back=page.title,
            sets_off=wanted.sets_off(about, request.user) if wanted.sets_off else [],
            shows=wanted.shows(about, row) if wanted.shows and row else [],
        )

    return write
