from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amparo.access.policy import Act, may
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, requires
from amparo.commitments import live, presenters, serving, serving_counts
from amparo.commitments.akoma import as_akoma
from amparo.commitments.following.presenters import beside
from amparo.commitments.forms import AskFilter
from amparo.commitments.lineage.presenters import before_and_after, linked
from amparo.commitments.models import Document
from amparo.commitments.queries import asks, documents, paragraphs


@requires(Act.SEE_COMMITMENTS)
def documents_and_asks(request: SignedInRequest) -> HttpResponse:
    form = AskFilter(request.GET or None, label_suffix="")
    found = form.asks()
    return render(
        request,
        "commitments/list.html",
        {
            "form": form,
            "asks": None if found is None else [presenters.ask_card(ask) for ask in found],
            "may_keep": may(standing_of(request.user), Act.KEEP_COMMITMENTS),
            "documents": [presenters.document_card(d) for d in documents().with_counts()],
        },
    )


@requires(Act.SEE_COMMITMENTS)
def document(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(documents().with_counts(), pk=key)
    cards = [presenters.ask_card(ask) for ask in asks().of(shown)]
    context = {
        "document": presenters.document_card(shown),
        "asks": cards,
        "linked": linked(shown),
    }
    return render(request, "commitments/document.html", context)


@requires(Act.SEE_COMMITMENTS)
def paragraph(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    shown = get_object_or_404(documents(), pk=key)
    asked = list(asks().of(shown).in_paragraph(number))
    if not asked:
        return _preamble(request, shown, number)
    text = paragraphs().of(shown).numbered(asked[0].whole)
    page = presenters.paragraph_page(asked, text)
    context = page | {
        "lineage": before_and_after(asked, text),
        "keeps": may(standing_of(request.user), Act.KEEP_COMMITMENTS),
        "pieces": beside(page["pieces"], asked, request.user),
        "figures": live.answers(key, number, request.user),
        "kinds": serving.kinds(serving.cited(asked), request.user),
        "neighbours": [
            ask and presenters.step(shown, ask.number) for ask in asks().of(shown).around(asked)
        ],
    }
    return render(request, "commitments/paragraph.html", context)


def _preamble(request: SignedInRequest, shown: Document, number: str) -> HttpResponse:
    text = paragraphs().of(shown).preambular().numbered(number)
    if text is None:
        raise Http404
    context = presenters.preamble_page(shown, text) | {
        "kinds": serving.kinds([(shown.key, number)], request.user),
        "neighbours": [
            each and presenters.step(shown, each.number)
            for each in paragraphs().of(shown).preambular().around(text)
        ],
    }
    return render(request, "commitments/paragraph.html", context)


@requires(Act.SEE_COMMITMENTS)
@require_safe
def akoma(request: SignedInRequest, key: str) -> HttpResponse:
    """The text as XML, with its parts said (Akoma Ntoso)."""
    shown = get_object_or_404(documents(), pk=key)
    found = list(paragraphs().of(shown))
    if not found:
        raise Http404
    response = HttpResponse(as_akoma(shown, found), content_type="application/akn+xml")
    response["Content-Disposition"] = f'attachment; filename="{shown.key}.xml"'
    return response


@requires(Act.SEE_COMMITMENTS)
def coverage(request: SignedInRequest) -> HttpResponse:
    """How much of each text something here serves, and what nothing does yet."""
    return render(request, "commitments/coverage.html", serving_counts.page(documents()))
