"""Two texts side by side, which belong together, and which asks say the same."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.commitments.following.views.register import keeps
from amparo.commitments.lineage import presenters, proposing
from amparo.commitments.lineage.actions import link_texts, say_of_two, take_back, unlink_texts
from amparo.commitments.lineage.forms import LinkForm, ShowForm, TwoTexts, VerdictForm
from amparo.commitments.lineage.queries import descents, restatements
from amparo.commitments.models import Document
from amparo.commitments.presenters import address
from amparo.commitments.queries import asks, documents
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press

PAIRS = 25


@requires(Act.SEE_COMMITMENTS)
def lineage(request: SignedInRequest) -> HttpResponse:
    """Which texts belong together, and which asks may be the same."""
    page = Paginator(proposing.proposals(), PAIRS).get_page(request.GET.get("page"))
    context = presenters.list_page(list(page)) | {"page": page, "keeps": keeps(request)}
    return render(request, "commitments/lineage/list.html", context)


@requires(Act.SEE_COMMITMENTS)
def choose(request: SignedInRequest) -> HttpResponse:
    form = TwoTexts(request.GET or None, label_suffix="")
    if form.is_bound and form.is_valid():
        return redirect(
            "commitments:compare", form.cleaned_data["earlier"], form.cleaned_data["later"]
        )
    return render(request, "commitments/lineage/choose.html", {"form": form})


@requires(Act.SEE_COMMITMENTS)
def compare(request: SignedInRequest, earlier: str, later: str) -> HttpResponse:
    form = ShowForm(request.GET or None, label_suffix="")
    page = presenters.compare_page(*_two(earlier, later), form.wanted())
    context = page | {"form": form, "link_form": LinkForm(), "keeps": keeps(request)}
    return render(request, "commitments/lineage/compare.html", context)


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def link(request: SignedInRequest, earlier: str, later: str) -> HttpResponse:
    before, after = _two(earlier, later)
    return press(
        request, LinkForm(request.POST),
        lambda data: link_texts(before, after, by=request.user, kind=data["kind"]),
        done=_("These two texts belong together."), back=presenters.compare_address(before, after),
    )  # fmt: skip


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def unlink(request: SignedInRequest, descent: UUID) -> HttpResponse:
    row = get_object_or_404(descents().with_texts(), pk=descent)
    return press(
        request, AmparoForm(request.POST), lambda _data: unlink_texts(row, by=request.user),
        done=_("The two texts are not linked any more."),
        back=presenters.compare_address(row.earlier, row.later),
    )  # fmt: skip


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def verdict(request: SignedInRequest, one: int, other: int) -> HttpResponse:
    first, second = get_object_or_404(asks(), pk=one), get_object_or_404(asks(), pk=other)
    return press(
        request, VerdictForm(request.POST),
        lambda data: say_of_two(first, second, by=request.user, same=data["same"]),
        done=_("What you said of the two is kept. It can be undone on their pages."),
        back=address(second.document, second.number),
    )  # fmt: skip


@requires(Act.KEEP_COMMITMENTS)
@require_POST
def undo_verdict(request: SignedInRequest, restatement: UUID) -> HttpResponse:
    row = get_object_or_404(restatements().with_asks(), pk=restatement)
    return press(
        request, AmparoForm(request.POST), lambda _data: take_back(row, by=request.user),
        done=_("Nothing is said of the two any more."),
        back=address(row.later.document, row.later.number),
    )  # fmt: skip


def _two(earlier: str, later: str) -> tuple[Document, Document]:
    if earlier == later:
        raise Http404
    return get_object_or_404(documents(), pk=earlier), get_object_or_404(documents(), pk=later)
