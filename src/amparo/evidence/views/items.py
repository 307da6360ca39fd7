"""Items: listed, added piece by piece, opened by POST with a purpose; an original as a file."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import SignedInRequest, perform, requires
from amparo.audit.actions import record
from amparo.cases.forms import PurposeForm
from amparo.cases.views.scope import opened
from amparo.evidence import showing
from amparo.evidence.actions.exports import take_list
from amparo.evidence.actions.items import add_item, open_item, open_items, open_original
from amparo.evidence.deeds import PAGE
from amparo.evidence.forms.items import AddItemForm
from amparo.evidence.models import Item
from amparo.evidence.queries import (
    agreed_export,
    agreed_exports,
    broken_at,
    custody_of,
    item_of,
    items_of,
    payment_tables_of,
)
from amparo.evidence.receiving import Receiving
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.models import Dossier
from amparo.justice.scope import dossier_or_404

# Wherever a browser should show it all the same, it runs nothing and reaches nothing.
SANDBOX = "default-src 'none'; sandbox"


def item_or_404(dossier: Dossier, pk: UUID) -> Item:
    row = item_of(dossier, pk)
    if row is None:
        raise Http404
    return row


@requires(Act.OPEN_EVIDENCE)
def listing(request: SignedInRequest, reference: str) -> HttpResponse:
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    record("saw the page: items", by=request.user, case=dossier.pk)
    form = PurposeForm(request.POST or None)
    told = opened(form, lambda purpose: open_items(dossier, by=request.user, purpose=purpose))
    reader = DossierReader(dossier, standing_of(request.user), PAGE)
    context = {
        "dossier": dossier,
        "form": form,
        "open": told is not None,
        "rows": showing.item_rows(items_of(dossier), told),
        "lists": agreed_exports(dossier, request.user),
        "ways": reader.ways("list"),
        "writes": reader.writes,
    }
    return render(request, "evidence/items.html", context)


@csrf_exempt  # the check reads the form: it is made below, once the pieces have a place to go
@requires(Act.WRITE_DOSSIER)
def add(request: SignedInRequest, reference: str) -> HttpResponseBase:
    """Whatever does not end in an item leaves no piece behind."""
    dossier = dossier_or_404(request, Act.WRITE_DOSSIER, reference)
    if dossier.erased:
        raise Http404
    if request.method == "POST":
        request.upload_handlers = [Receiving(dossier, request.user)]
    with transaction.atomic():
        response: HttpResponseBase = _add(request, dossier)
        if request.method == "POST" and not getattr(response, "kept", False):
            transaction.set_rollback(True)
    return response


@csrf_protect
def _add(request: SignedInRequest, dossier: Dossier) -> HttpResponse:
    form = AddItemForm(request.POST or None, request.FILES or None)
    added: list[Item] = []
    if request.method == "POST" and perform(
        form, lambda data: added.append(add_item(dossier, by=request.user, **data)),
        by=request.user,
    ):  # fmt: skip
        messages.success(request, _("The original is sealed, and its custody begins."))
        response = redirect("evidence:items", dossier.reference)
        response.kept = bool(added)  # type: ignore[attr-defined]  # read above
        return response
    return render(request, "evidence/add.html", {"dossier": dossier, "form": form})


@requires(Act.OPEN_EVIDENCE)
def item(request: SignedInRequest, reference: str, item: UUID) -> HttpResponse:
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    row = item_or_404(dossier, item)
    record("saw an item", by=request.user, case=dossier.pk, thing=row)
    form = PurposeForm(request.POST or None)
    told = opened(form, lambda purpose: open_item(row, by=request.user, purpose=purpose))
    entries = custody_of(row)
    reader = DossierReader(dossier, standing_of(request.user), PAGE)
    context = {
        "dossier": dossier,
        "item": row,
        "form": form,
        "open": told is not None,
        "facts": showing.item_facts(row, told),
        "steps": showing.steps(entries, told),
        "broken": broken_at(row, entries),
        "ways": [*reader.way("finding", row.pk), *reader.way("custody", row.pk)],
        "tables": [each for each in payment_tables_of(dossier) if each.item_id == row.pk],
        "writes": reader.writes,
    }
    return render(request, "evidence/item.html", context)


@requires(Act.OPEN_EVIDENCE)
@require_POST
def original(request: SignedInRequest, reference: str, item: UUID) -> HttpResponseBase:
    """The bytes as they came, for a purpose. The browser is told to keep them as a file."""
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    row = item_or_404(dossier, item)
    form = PurposeForm(request.POST)
    pieces = opened(form, lambda purpose: open_original(row, by=request.user, purpose=purpose))
    if pieces is None:
        refusals = form.non_field_errors() or [_("Say what you need it for.")]
        messages.error(request, str(refusals[0]))
        return redirect("evidence:item", reference, row.pk)
    name = f"{dossier.reference}-{row.number}.bin"
    return _kept(StreamingHttpResponse(pieces, content_type="application/octet-stream"), name)


@requires(Act.OPEN_EVIDENCE)
@require_POST
def take(request: SignedInRequest, reference: str, export: UUID) -> HttpResponseBase:
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    row = agreed_export(dossier, request.user, export)
    if row is None:
        raise Http404
    content = take_list(row, by=request.user)
    response = HttpResponse(content, content_type="application/ld+json")
    return _kept(response, f"{dossier.reference}-evidence.jsonld")


def _kept(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = SANDBOX
    return response
