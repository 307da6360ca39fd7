from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.views import SignedInRequest, requires
from amparo.audit.actions import record
from amparo.cases.glance import erased
from amparo.cases.views.scope import case_or_404, form_page
from amparo.rights.actions.erasures import ask_erasure, refuse_erasure
from amparo.rights.forms import ErasureForm, RefusalForm
from amparo.rights.queries import open_request_of
from amparo.vault.certificate import Signed, as_file


@requires(Act.ASK_ERASURE)
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.WRITE_CASE, reference)
    return form_page(
        request,
        case,
        ErasureForm(request.POST or None),
        lambda data: ask_erasure(case, by=request.user, **data),
        title=_("Erase this file"),
        lead=_(
            "Say to the person what it means. Gone for ever: names, documents, contact, accounts,"
            " notes, attachments, answers. Kept: that there was a file, its dates and states, who"
            " looked when, and a signed certificate. Nobody can undo it: not the bureau, not a"
            " court. A second person decides."
        ),
        button=_("Ask for the erasure"),
        done=_("The request is written down. A second person decides within 72 hours."),
        cites="erasure",
    )


@requires(Act.ERASE)
def refuse(request: SignedInRequest, reference: str) -> HttpResponse:
    case = case_or_404(request, Act.SEE_CASE, reference)
    if open_request_of(case) is None:
        raise Http404
    return form_page(
        request,
        case,
        RefusalForm(request.POST or None),
        lambda data: refuse_erasure(case, by=request.user, **data),
        title=_("Refuse the erasure"),
        lead=_("Tell the person why, and whom they can complain to. They may ask again."),
        button=_("Refuse, with this reason"),
        done=_("The refusal and its reason are written down."),
        cites="erasure",
    )


@requires(Act.SEE_CASE)
def certificate(request: SignedInRequest, reference: str) -> HttpResponse:
    """The signed proof, for the person: it is checked without this server."""
    case = case_or_404(request, Act.SEE_CASE, reference)
    row = erased(case)
    if row is None:
        raise Http404
    record("gave the certificate", by=request.user, case=case.pk, thing=row)
    file = as_file(Signed(row.statement, bytes(row.signature), bytes(row.signer)))
    disposition = 'attachment; filename="certificate.json"'
    return HttpResponse(
        file,
        content_type="application/json",
        headers={"Content-Disposition": disposition, "Cache-Control": "no-store"},
    )
