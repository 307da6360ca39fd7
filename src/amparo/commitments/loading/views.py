"""Texts on their way in: brought, compared with what the machine read, corrected, let in."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, perform, requires
from amparo.commitments.loading import presenters
from amparo.commitments.loading.actions.looking import (
    bring,
    correct_asks,
    correct_head,
    correct_text,
    enter,
    join_to_the_one_before,
    leave_out,
    look_again,
    take_back,
)
from amparo.commitments.loading.asks_form import AsksForm
from amparo.commitments.loading.blocks import as_typed
from amparo.commitments.loading.forms import BringForm, HeadForm, TextForm
from amparo.commitments.loading.models import LoadedPart, Loading
from amparo.commitments.loading.outcomes import Outcome, outcomes
from amparo.commitments.loading.queries import loadings, parts
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press

TEXTS = 25


@requires(Act.KEEP_COMMITMENTS)
def overview(request: SignedInRequest) -> HttpResponse:
    form = BringForm(request.POST or None, request.FILES or None)
    made: list[Loading] = []
    if request.method == "POST" and perform(
        form, lambda data: made.append(bring(**data, by=request.user)), by=request.user
    ):
        return redirect("commitments:loading", made[0].pk) if made else redirect(request.path)
    page = Paginator(loadings().with_counts(), TEXTS).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "loadings": presenters.loading_tasks(page)}
    return render(request, "commitments/loading/overview.html", context)


@requires(Act.KEEP_COMMITMENTS)
def loaded(request: SignedInRequest, loading: UUID) -> HttpResponse:
    found = get_object_or_404(loadings(), pk=loading)
    context = {
        "loading": found,
        "parts": presenters.part_tasks(parts().of(found)),
        "footnotes": presenters.footnotes(found),
        "before": loadings().of_the_file(found.digest).exclude(pk=found.pk).first(),
    }
    return render(request, "commitments/loading/loading.html", context)


@requires(Act.KEEP_COMMITMENTS)
def part(request: SignedInRequest, loading: UUID, nth: int) -> HttpResponse:
    context = presenters.part_page(_part(loading, nth))
    return render(request, "commitments/loading/part.html", context)


@requires(Act.KEEP_COMMITMENTS)
def head(request: SignedInRequest, loading: UUID, nth: int) -> HttpResponse:
    found = _part(loading, nth)
    form = HeadForm(request.POST or None, head=outcomes(found).head)
    if request.method == "POST" and perform(
        form, lambda _data: correct_head(found, form.said(), by=request.user), by=request.user
    ):
        return redirect("commitments:part", loading, nth)
    context = {"form": form, "part": found}
    return render(request, "commitments/loading/head.html", context)


@requires(Act.KEEP_COMMITMENTS)
def text(request: SignedInRequest, loading: UUID, nth: int, place: int) -> HttpResponse:
    found, outcome = _paragraph(loading, nth, place)
    now = outcome.said[0] if outcome.said else outcome.read
    typed = "\n\n".join(as_typed(item) for item in outcome.said)
    initial = {"place": now.place, "number": now.number, "text": typed}
    form = TextForm(request.POST or None, initial=initial)
    if request.method == "POST" and perform(
        form, lambda data: correct_text(found, outcome, by=request.user, **data), by=request.user
    ):
        return _back(found, place)
    context = presenters.paragraph_page(found, outcome) | {"form": form}
    return render(request, "commitments/loading/text.html", context)


@requires(Act.KEEP_COMMITMENTS)
def asks(request: SignedInRequest, loading: UUID, nth: int, place: int) -> HttpResponse:
    found, outcome = _paragraph(loading, nth, place)
    form = AsksForm(request.POST or None, items=outcome.said)
    if request.method == "POST" and perform(
        form,
        lambda _data: correct_asks(found, outcome, form.clauses(), by=request.user),
        by=request.user,
    ):
        return _back(found, place)
    context = presenters.paragraph_page(found, outcome) | {"form": form}
    return render(request, "commitments/loading/asks.html", context)


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def paragraph_step(
    request: SignedInRequest, loading: UUID, nth: int, place: int, *, step: str
) -> HttpResponse:
    """As it was read again, or one with the paragraph above."""
    found, outcome = _paragraph(loading, nth, place)
    if step not in PARAGRAPH_STEPS:
        raise Http404
    do, done = PARAGRAPH_STEPS[step]
    return press(
        request,
        AmparoForm(request.POST),
        lambda _data: do(found, outcome, by=request.user),
        done=done,
        back=f"{presenters.address(found)}#p{place}",
    )


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def step(request: SignedInRequest, loading: UUID, nth: int, step: str) -> HttpResponse:
    found = _part(loading, nth)
    if step not in STEPS:
        raise Http404
    do, done = STEPS[step]
    return press(
        request,
        AmparoForm(request.POST),
        lambda _data: do(found, by=request.user),
        done=done,
        back=presenters.address(found),
    )


def _part(loading: UUID, nth: int) -> LoadedPart:
    return get_object_or_404(parts(), loading=loading, nth=nth)


def _paragraph(loading: UUID, nth: int, place: int) -> tuple[LoadedPart, Outcome]:
    found = _part(loading, nth)
    paragraphs = outcomes(found).paragraphs
    if place >= len(paragraphs):
        raise Http404
    return found, paragraphs[place]


def _back(part: LoadedPart, place: int) -> HttpResponse:
    return redirect(f"{presenters.address(part)}#p{place}")


PARAGRAPH_STEPS = {
    "as-read": (take_back, _("It stands as it was read again.")),
    "join": (join_to_the_one_before, _("It goes on from the paragraph above now.")),
}
STEPS = {
    "enter": (enter, _("The text is in: what it asks can be followed up.")),
    "leave-out": (leave_out, _("The text is left out.")),
    "look-again": (look_again, _("The text waits to be looked at once more.")),
}
