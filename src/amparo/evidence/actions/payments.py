"""Payments are read from an item that is evidence already: looked at, then kept, or nothing."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.evidence.actions.custody import READ
from amparo.evidence.actions.items import opened_original
from amparo.evidence.actions.opening import opened_item
from amparo.evidence.columns import names
from amparo.evidence.models import Item, PaymentTable
from amparo.justice.dossiers.writing import begin
from amparo.methods import clock
from amparo.methods.payments import Choices, Payment, Reading, read
from amparo.people.models import User
from amparo.vault.chunks import CHUNK

PURPOSE = "payments"


@action
def look_at_payments(item: Item, *, by: User, choices: Choices) -> Reading:
    """What the file would give. Raises Refused, and payments.Undecided where it has to be asked."""
    if item.pieces_count * CHUNK > settings.UPLOAD_MAX:
        raise Refused(_("A file of payments holds at most 25 MB. Ask for it in parts."))
    pieces = opened_original(item, READ, by=by, purpose=PURPOSE)
    return read(b"".join(pieces), names(), choices)


@action
def keep_payments(item: Item, *, by: User, choices: Choices, only_good: bool) -> PaymentTable:
    """Seal the good lines as one table, if all are good or somebody leaves the others out."""
    found = look_at_payments(item, by=by, choices=choices)
    if found.faults and not only_good:
        raise Refused(_("Nothing is kept yet: some lines are no payments. See them below."))
    if not found.payments:
        raise Refused(_("No line of this file is a payment."))
    begin(item.dossier, by=by)
    row = PaymentTable(
        dossier=item.dossier, at=clock.now(), by=by, item=item, payments=len(found.payments),
        left_out=len(found.faults),
    )  # fmt: skip
    opened_item(item, by=by).write(row, "table", _as_text(found.payments))
    row.save(force_insert=True)
    record("kept payments", by=by, case=item.dossier_id, thing=row)
    return row


@action
def open_payments(row: PaymentTable, *, by: User, purpose: str) -> list[Payment]:
    return _from_text(opened_item(row.item, by=by, purpose=purpose).read(row, "table"))


def _as_text(payments: Sequence[Payment]) -> str:
    rows = [
        [each.line, each.on.isoformat(), each.payer, each.payee, str(each.amount), each.currency]
        for each in payments
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _from_text(text: str) -> list[Payment]:
    return [
        Payment(line, date.fromisoformat(on), payer, payee, Decimal(amount), currency)
        for line, on, payer, payee, amount, currency in json.loads(text)
    ]
