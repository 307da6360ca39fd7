"""Files of a case: added, listed under seal, opened by POST with a purpose, never as a page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.standing import is_allowed
from amparo.access.views import SignedInRequest, perform, requires
from amparo.cases.attachments.actions import attach, open_copy, open_names
from amparo.cases.attachments.forms import AttachForm
from amparo.cases.attachments.models import Attachment, Chunk
from amparo.cases.attachments.presenters import attachment_rows, download_name
from amparo.cases.attachments.queries import attachments_of
from amparo.cases.attachments.words import ATTACHED, MEDIA_TYPES
from amparo.cases.forms import PurposeForm
from amparo.cases.views.scope import case_or_404, opened, unless_sealed

# Wherever a browser should show it all the same, it runs nothing and reaches nothing.
SANDBOX = "default-src 'none'; sandbox"


@requires(Act.WRITE_CASE)
def add(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    form = AttachForm(request.POST or None, request.FILES or None)
    added: list[Attachment] = []
    if request.method == "POST" and perform(
        form, lambda data: added.append(attach(case, by=request.user, **data)), by=request.user
    ):
        for row in added:
            level = messages.success if row.cleaned == row.Cleaned.YES else messages.warning
            level(request, str(ATTACHED[row.cleaned]))
        return redirect("cases:attachments", reference)
    return render(request, "cases/attach.html", {"case": case, "form": form})


@unless_sealed
@requires(Act.OPEN_ACCOUNT)
def listing(request: SignedInRequest, reference: str) -> HttpResponse:
    """What is sealed of them, names and all, opens by POST."""
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    form = PurposeForm(request.POST or None)
    described = opened(form, lambda purpose: open_names(case, by=request.user, purpose=purpose))
    purpose = form.cleaned_data["purpose"] if described is not None else ""
    context = {
        "case": case,
        "form": form,
        "purpose": purpose,
        "rows": attachment_rows(attachments_of(case).select_related("by"), described, purpose),
        "may_add": is_allowed(request.user, Act.WRITE_CASE, case.pk),
    }
    return render(request, "cases/attachments.html", context)


@requires(Act.OPEN_ACCOUNT)
@require_POST
def download(
    request: SignedInRequest, reference: str, attachment: UUID, copy: str
) -> HttpResponseBase:
    """The bytes of one copy, for a purpose. The browser is told to keep it as a file."""
    case = case_or_404(request, Act.OPEN_ACCOUNT, reference)
    row = get_object_or_404(attachments_of(case), pk=attachment)
    form = PurposeForm(request.POST)
    if copy not in Chunk.Copy.values:
        raise Http404
    pieces = opened(
        form, lambda purpose: open_copy(row, Chunk.Copy(copy), by=request.user, purpose=purpose)
    )
    if pieces is None:
        refusals = form.non_field_errors() or [_("Say what you need it for.")]
        messages.error(request, str(refusals[0]))
        return redirect("cases:attachments", reference)
    response = StreamingHttpResponse(pieces, content_type=MEDIA_TYPES[row.kind])
    response["Content-Disposition"] = f'attachment; filename="{download_name(row, case)}"'
    response["Content-Security-Policy"] = SANDBOX
    return response
