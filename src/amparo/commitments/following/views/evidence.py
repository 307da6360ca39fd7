"""What shows that an ask is answered: added to the ask or to an action, withdrawn, taken out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.cases.attachments.views import SANDBOX
from amparo.commitments import live
from amparo.commitments.following.actions import showing
from amparo.commitments.following.evidence_forms import FigureForm, FileForm, LinkForm, NoteForm
from amparo.commitments.following.models import Evidence
from amparo.commitments.following.presenters import EVIDENCE_KINDS, address_of, heading_of
from amparo.commitments.following.queries import evidence
from amparo.commitments.following.rights import may_speak_for
from amparo.commitments.following.views.page import FormPage, form_page
from amparo.commitments.following.views.taking import action_or_404
from amparo.commitments.queries import asks
from amparo.design.forms import AmparoForm
from amparo.directory.buttons import press

Adding = Callable[..., Evidence]
HEADINGS = {kind: words for kind, _icon, words in EVIDENCE_KINDS}
KINDS: dict[str, tuple[type[AmparoForm], Adding]] = {
    "note": (NoteForm, showing.add_note),
    "link": (LinkForm, showing.add_link),
    "file": (FileForm, showing.add_file),
    "figure": (FigureForm, showing.freeze_figure),
}


@requires(Act.SEE_COMMITMENTS)
def of_ask(request: SignedInRequest, ask: int, kind: str) -> HttpResponse:
    return _add(request, get_object_or_404(asks(), pk=ask), kind)


@requires(Act.SEE_COMMITMENTS)
def of_action(request: SignedInRequest, action: UUID, kind: str) -> HttpResponse:
    return _add(request, action_or_404(action), kind)


def _add(request: SignedInRequest, about: showing.About, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    _refuse_others(request, about)
    heading, add = HEADINGS[kind], KINDS[kind][1]
    form = _form_of(request, about, kind)
    page = FormPage(
        heading, heading_of(about), heading, _("The evidence is added."), address_of(about),
        _("Everybody who signs in here reads it, and it may go into a report. Write no name of a"
          " person, and nothing from which one could be known."),
    )  # fmt: skip
    return form_page(request, form, lambda data: add(about, by=request.user, **data), page)


def _refuse_others(request: SignedInRequest, about: showing.About) -> None:
    if not may_speak_for(request.user, showing.institution_in_charge(about)):
        raise PermissionDenied


def _form_of(request: SignedInRequest, about: showing.About, kind: str) -> AmparoForm:
    sent: dict[str, Any] = {"data": request.POST or None, "files": request.FILES or None}
    if kind == "figure":
        figures = live.of_asks(showing.asks_of(about), request.user)
        return FigureForm(figures=figures, **sent)
    return KINDS[kind][0](**sent)


@requires(Act.SEE_COMMITMENTS)
@require_safe
def file(request: SignedInRequest, evidence_id: UUID) -> HttpResponse:
    """The bytes; the browser is told to keep them as a file, and to run nothing in them."""
    row = get_object_or_404(evidence().live().filter(kind=Evidence.Kind.FILE), pk=evidence_id)
    response = HttpResponse(bytes(row.content or b""), content_type=row.media_type)
    extension = row.file_name.rpartition(".")[2].lower()
    response["Content-Disposition"] = (
        f'attachment; filename="evidence-{row.digest[:8]}.{extension}"'
    )
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


@requires(Act.SEE_COMMITMENTS)
@require_POST
def withdraw(request: SignedInRequest, evidence_id: UUID) -> HttpResponse:
    """Withdraw it, or bring it back."""
    row = get_object_or_404(evidence().select_related("ask", "action"), pk=evidence_id)
    _refuse_others(request, row.about)
    do = showing.bring_back if row.withdrawn_at else showing.withdraw
    said = (
        _("The evidence is there again.") if row.withdrawn_at else _("The evidence is withdrawn.")
    )
    return press(
        request, AmparoForm(request.POST), lambda _data: do(row, by=request.user),
        done=said, back=address_of(row.about),
    )  # fmt: skip
