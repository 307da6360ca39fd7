from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from amparo.access.policy import recipient_of
from amparo.access.queries import bases
from amparo.access.two_persons.queries import OPEN_FOR, released
from amparo.cases.queries import rows_of
from amparo.people.codes import listed

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.people.models import User
    from amparo.rights.models import CopyExport

EXPORT_COPY = "export_copy"
RECIPIENTS = "copy_recipients"


def export_with(pk: UUID) -> CopyExport | None:
    from amparo.rights.models import CopyExport

    return CopyExport.objects.select_related("case").filter(pk=pk).first()


def exports_of(case: Case) -> list[CopyExport]:
    from amparo.rights.models import CopyExport

    return list(rows_of(CopyExport, case).select_related("by").in_order())


def purpose_for(recipient: str) -> str:
    """The purpose of a consent that covers a copy for them."""
    return listed(RECIPIENTS).map(recipient, "consent") or ""


def basis_for(case: Case, recipient: str) -> UUID | None:
    """The consent or legal ground that covers it today; the oldest of several."""
    purpose = purpose_for(recipient)
    found = bases().live().of_case(case.pk).for_purpose(purpose).towards(recipient_of(purpose))
    return found.order_by("since", "pk").values_list("pk", flat=True).first()


def rests_on_a_basis(row: CopyExport) -> bool:
    """Whether the very basis still stands that it was asked under: a later one is asked anew."""
    return bases().live().of_case(row.case_id).filter(pk=row.basis).exists()


def agreed_exports(case: Case, user: User) -> list[tuple[CopyExport, datetime]]:
    """What this person may take of the file now, and until when; what closes first comes first."""
    agreed = released(user, EXPORT_COPY).filter(case_id=case.pk).order_by("steps__at", "pk")
    moments = {pk: at + OPEN_FOR for pk, at in agreed.values_list("subject", "steps__at")}
    rows = {row.pk: row for row in exports_of(case) if row.pk in moments}
    return [(rows[pk], until) for pk, until in moments.items() if pk in rows]


def agreed_export(case: Case, user: User, pk: UUID) -> tuple[CopyExport, datetime] | None:
    """One's own, while it is open; None for any other."""
    return next((each for each in agreed_exports(case, user) if each[0].pk == pk), None)
