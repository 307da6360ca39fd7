"""A copy for somebody else: asked for on one page, taken from another once it is agreed to."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import STOPS, SignedInRequest, requires, sentence
from amparo.cases.views.scope import case_or_404, form_page, unless_sealed
from amparo.people.codes import label
from amparo.rights.copy_exports.actions import ask_for_copy, take_copy
from amparo.rights.copy_exports.forms import AskCopyForm, TakeCopyForm
from amparo.rights.copy_exports.queries import RECIPIENTS, agreed_export
from amparo.rights.copy_exports.shapes import Made, shape_of
from amparo.rights.presenters import left_out_words
from amparo.rights.views.copies import language_of


@unless_sealed
@requires(Act.EXPORT_COPY)
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.EXPORT_COPY, reference)
    return form_page(
        request,
        case,
        AskCopyForm(request.POST or None, initial={"language": language_of(case)}),
        lambda data: ask_for_copy(case, by=request.user, **data),
        title=_("A copy for somebody else than the person"),
        lead=_(
            "What leaves cannot be called back. A second person reads what you ask and agrees or"
            " not, within 72 hours; you then have a day to take the copy. The person reads in"
            " “who looked” for whom it was made."
        ),
        button=_("Ask a second person"),
        done=_("Asked. Once somebody else agrees, you find the copy on the file for a day."),
        cites="copy_exports",
    )


@requires(Act.EXPORT_COPY)
def take(request: SignedInRequest, reference: str, copy_export: UUID) -> HttpResponse:
    case = case_or_404(request, Act.EXPORT_COPY, reference)
    agreed = agreed_export(case, request.user, copy_export)
    if agreed is None:
        raise Http404
    row, until = agreed
    form = TakeCopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():  # what was refused leaves the page's own transaction whole
                made = take_copy(row, by=request.user, names=form.cleaned_data["names"])
                return _download(made)
        except STOPS as stop:
            form.add_error(None, sentence(stop))
    context = {
        "case": case, "row": row, "until": until, "form": form,
        "recipient": label(RECIPIENTS, row.recipient), "left_out": left_out_words(row.reasons),
        "shape": shape_of(row).name,
    }  # fmt: skip
    return render(request, "rights/copy_take.html", context)


def _download(made: Made) -> HttpResponse:
    return HttpResponse(
        made.content,
        content_type=made.type,
        headers={
            "Content-Disposition": f'attachment; filename="{made.name}"',
            "Cache-Control": "no-store",
        },
    )
