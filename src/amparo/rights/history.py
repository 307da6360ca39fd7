"""This room's part of a case's timeline: copies given, disagreements written."""

from django.utils.translation import gettext as _

from amparo.cases.models import Case
from amparo.design.parts import Entry
from amparo.people.codes import label
from amparo.rights.copy_exports.queries import RECIPIENTS, exports_of
from amparo.rights.queries import copies_of, disagreements_of, requests_of
from amparo.rights.words import own_name


def entries(case: Case) -> list[Entry]:
    kind = _("The person's rights")
    copies = [
        Entry(
            id=f"e-{row.pk}", title=_("A copy was printed for the person"), moment=row.at,
            text=own_name(row.language), actor=str(row.by), kind=kind, icon="printer",
        )
        for row in copies_of(case)
    ]  # fmt: skip
    disagreements = [
        Entry(
            id=f"e-{row.pk}", title=_("The person disagrees with something written"),
            moment=row.at, text=row.get_kind_display(), actor=str(row.by), kind=kind,
            icon="message",
        )
        for row in disagreements_of(case)
    ]  # fmt: skip
    return [*copies, *_copies_asked(case, kind), *disagreements, *_erasures(case, kind)]


def _copies_asked(case: Case, kind: str) -> list[Entry]:
    return [
        Entry(
            id=f"e-{row.pk}", title=_("A copy for somebody else was asked for"), moment=row.at,
            text=label(RECIPIENTS, row.recipient), actor=str(row.by), kind=kind, icon="users",
        )
        for row in exports_of(case)
    ]  # fmt: skip


def _erasures(case: Case, kind: str) -> list[Entry]:
    found = []
    for row in requests_of(case):
        found.append(
            Entry(
                id=f"e-{row.pk}", title=_("The person asked to erase the file"), moment=row.at,
                text=row.get_ground_display(), actor=str(row.by), kind=kind, icon="message",
            )
        )  # fmt: skip
        if refusal := getattr(row, "refusal", None):
            found.append(
                Entry(
                    id=f"e-{refusal.pk}", title=_("The erasure was refused"), moment=refusal.at,
                    text=refusal.get_reason_display(), actor=str(refusal.by), kind=kind,
                    icon="ban",
                )
            )  # fmt: skip
    return found
