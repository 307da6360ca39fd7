"""Payments: read from an item, looked at, kept or not; then drawn for whoever opens them."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import standing_of
from amparo.access.views import STOPS, SignedInRequest, perform, requires, sentence
from amparo.audit.actions import record
from amparo.cases.forms import PurposeForm
from amparo.cases.views.scope import opened
from amparo.evidence import showing
from amparo.evidence.actions.payments import keep_payments, look_at_payments, open_payments
from amparo.evidence.deeds import PAGE
from amparo.evidence.forms.payments import ReadPaymentsForm
from amparo.evidence.models import Item
from amparo.evidence.queries import items_of, payment_table_of, payment_tables_of
from amparo.evidence.views.items import item_or_404
from amparo.evidence.words import FIELDS, UNDECIDED
from amparo.justice.dossiers.pages import DossierReader
from amparo.justice.scope import dossier_or_404
from amparo.methods.filetypes import TEXT
from amparo.methods.payments import Reading, Undecided
from amparo.people.models import User

KEEP = "keep"


@requires(Act.OPEN_EVIDENCE)
def tables(request: SignedInRequest, reference: str) -> HttpResponse:
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    record("saw the page: payments", by=request.user, case=dossier.pk)
    reader = DossierReader(dossier, standing_of(request.user), PAGE)
    context = {
        "dossier": dossier,
        "tables": payment_tables_of(dossier),
        "readable": [row for row in items_of(dossier) if row.kind == TEXT and reader.writes],
    }
    return render(request, "evidence/payments.html", context)


@requires(Act.OPEN_EVIDENCE)
def read(request: SignedInRequest, reference: str, item: UUID) -> HttpResponse:
    """Two buttons: look at what the file gives, and keep it. Both open the original anew."""
    dossier = dossier_or_404(request, Act.WRITE_DOSSIER, reference)
    row = item_or_404(dossier, item)
    form, found = ReadPaymentsForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        found = _looked(form, row, request.user)
        if found and request.POST.get("step") == KEEP and _keeps(form, row, request.user):
            messages.success(request, _("The payments are sealed beside their original."))
            return redirect("evidence:payments", reference)
    context = {"dossier": dossier, "item": row, "form": form, "found": found}
    if found:
        context |= {
            "how": showing.how_read(found),
            "faults": showing.faults(found.faults),
            "more": max(0, len(found.faults) - showing.MOST_FAULTS),
            "first": showing.first_payments(found.payments),
        }
    return render(request, "evidence/read.html", context)


def _looked(form: ReadPaymentsForm, row: Item, by: User) -> Reading | None:
    """None with the reason on the form: what the file leaves open, with the lines that show it."""
    try:
        with transaction.atomic():
            return look_at_payments(row, by=by, choices=form.cleaned_data["choices"])
    except Undecided as open_:
        _ask(form, open_)
    except STOPS as stop:
        form.add_error(None, sentence(stop))
    return None


def _ask(form: ReadPaymentsForm, open_: Undecided) -> None:
    words, field = UNDECIDED[open_.what]
    said = str(words) % {"fields": ", ".join(str(FIELDS[each]) for each in open_.fields)}
    if open_.lines:
        lines = ", ".join(map(str, open_.lines))
        said = f"{said} {_('Look at line %(lines)s.') % {'lines': lines}}"
    form.add_error(field or None, said)


def _keeps(form: ReadPaymentsForm, row: Item, by: User) -> bool:
    return perform(form, lambda data: keep_payments(row, by=by, **data), by=by)


@requires(Act.OPEN_EVIDENCE)
def flow(request: SignedInRequest, reference: str, table: UUID) -> HttpResponse:
    dossier = dossier_or_404(request, Act.OPEN_EVIDENCE, reference)
    row = payment_table_of(dossier, table)
    if row is None:
        raise Http404
    form = PurposeForm(request.POST or None)
    payments = opened(form, lambda purpose: open_payments(row, by=request.user, purpose=purpose))
    context = {
        "dossier": dossier,
        "table": row,
        "form": form,
        "open": payments is not None,
        "drawings": showing.drawings(payments) if payments else [],
    }
    return render(request, "evidence/flow.html", context)
