from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from amparo.cases.attachments.actions import EVIDENCE, Described
from amparo.cases.attachments.models import Attachment
from amparo.cases.attachments.words import FILE_KINDS
from amparo.cases.models import Case
from amparo.design.parts import Tone, Words
from amparo.methods.uploads import EXTENSIONS
from amparo.vault.chunks import CHUNK

# One extension for each kind, for names that we make.
EXTENSION = {kind.value: extension for extension, kind in reversed(EXTENSIONS.items())}


@dataclass(frozen=True)
class AttachmentRow:
    """One attachment as the page lists it; `name` and `described` are "" while they are sealed."""

    pk: UUID
    kind: Words
    size: str
    by: str
    at: datetime
    state: Words
    tone: Tone
    has_copy: bool
    as_evidence: bool
    name: str = ""
    description: str = ""
    digest: str = ""


def attachment_rows(
    rows: Iterable[Attachment], opened: list[Described] | None, purpose: str
) -> list[AttachmentRow]:
    known = {each.row.pk: each for each in opened or ()}
    return [_attachment_row(row, known.get(row.pk), purpose) for row in rows]


def _attachment_row(row: Attachment, known: Described | None, purpose: str) -> AttachmentRow:
    evidence = purpose == EVIDENCE
    return AttachmentRow(
        pk=row.pk,
        kind=FILE_KINDS[row.kind],
        size=gettext("up to %(size)s") % {"size": filesizeformat(row.chunks * CHUNK)},
        by=str(row.by),
        at=row.at,
        state=row.get_cleaned_display(),
        tone="good" if row.cleaned == row.Cleaned.YES else "warn",
        has_copy=row.cleaned == row.Cleaned.YES,
        as_evidence=evidence,
        name=known.name if known else "",
        description=known.description if known else "",
        digest=known.digest if known and evidence else "",
    )


def download_name(row: Attachment, case: Case) -> str:
    """Of our own making: what the sender called the file may name the person."""
    return f"{case.reference}-{row.pk.hex[:8]}.{EXTENSION[row.kind]}"
