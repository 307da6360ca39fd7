"""Files that are added to a case: taken only if they are what they say, sealed before all else."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import refuse_if_closed
from amparo.cases.attachments.models import Attachment, Chunk
from amparo.cases.attachments.queries import attachments_of, stored_chunks
from amparo.cases.models import Case
from amparo.methods import clock, uploads
from amparo.people.models import User
from amparo.vault.actions import Opened, make_key_for, open_sealed, open_things
from amparo.vault.chunks import CHUNK
from amparo.vault.models import Compartment

# Why the original is opened, which may say more than one sees (opening_purposes.toml).
EVIDENCE = "evidence"
MOST_A_DAY = 200
LABELS = {copy: f"case_attachment.{copy}" for copy in Chunk.Copy.values}
C = Attachment.Cleaned


@dataclass(frozen=True)
class Upload:
    """A file whose content was looked at and agrees with its name. Made by `examined`."""

    name: str
    kind: uploads.Kind
    data: bytes = field(repr=False)


def examined(name: str, data: bytes) -> Upload:
    """Raises uploads.NotTaken, with the reason."""
    return Upload(name, uploads.examine(name, data), data)


@dataclass(frozen=True)
class Described:
    """What is sealed of an attachment beside the file itself."""

    row: Attachment
    name: str
    description: str
    digest: str


@action
def attach(case: Case, file: Upload, *, by: User, description: str = "") -> Attachment:
    """Seal a file and, where its kind allows, a copy without hidden data. Raises Refused."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)  # who could not open it makes no key for it
    refuse_if_closed(case)  # and one at a time, so that the limits hold
    _refuse_over_limits(case, file, by=by)
    row = Attachment(case=case, kind=file.kind, at=clock.now(), by=by)
    row.chunks = max(1, -(-len(file.data) // CHUNK))
    opened = make_key_for(case.pk, Compartment.ATTACHMENT, row, by=by)
    opened.write(row, "name", file.name)
    opened.write(row, "description", description)
    opened.write(row, "digest", hashlib.sha256(file.data).hexdigest())
    row.cleaned, copy = _cleaned(file)
    row.save(force_insert=True)
    _store(row, Chunk.Copy.ORIGINAL, opened, file.data)
    if copy is not None:
        _store(row, Chunk.Copy.CLEANED, opened, copy)
    record("attached a file", by=by, case=case.pk, thing=row, purpose=row.cleaned)
    return row


def _refuse_over_limits(case: Case, file: Upload, *, by: User) -> None:
    held = attachments_of(case)
    if held.bytes_stored() + len(file.data) > settings.ATTACHED_TO_A_CASE:
        raise Refused(
            _("%(name)s: the attachments of one file hold at most %(size)s MB together.")
            % {"name": file.name, "size": settings.ATTACHED_TO_A_CASE // 1024**2}
        )
    if held.added_by(by, clock.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        raise Refused(
            _("%(name)s: you have added %(count)s attachments to this file within a day.")
            % {"name": file.name, "count": MOST_A_DAY}
        )


def _cleaned(file: Upload) -> tuple[str, bytes | None]:
    try:
        copy = uploads.clean(file.kind, file.data)
    except uploads.CannotClean:
        return C.FAILED, None
    return (C.NOT_THIS_KIND, None) if copy is None else (C.YES, copy)


def _store(row: Attachment, copy: Chunk.Copy, opened: Opened, data: bytes) -> None:
    for number, stored in enumerate(opened.seal_file(LABELS[copy], row.pk, [data])):
        Chunk(
            case_id=row.case_id, attachment=row, copy=copy, number=number, stored=stored
        ).save(force_insert=True)  # fmt: skip


@action
def open_names(case: Case, *, by: User, purpose: str) -> list[Described]:
    """Names and descriptions of a case's attachments, oldest first. Raises Refused."""
    require_on_case(by, Act.OPEN_ACCOUNT, case.pk)
    rows = list(attachments_of(case).select_related("by"))
    if not rows:
        return []
    things = [row.pk for row in rows]
    opened = open_things(case.pk, Compartment.ATTACHMENT, things, by=by, purpose=purpose)
    return [_described(row, opened[row.pk]) for row in rows]


def _described(row: Attachment, opened: Opened) -> Described:
    texts = (opened.read(row, field) for field in ("name", "description", "digest"))
    return Described(row, *texts)


@action
def open_copy(row: Attachment, copy: Chunk.Copy, *, by: User, purpose: str) -> Iterator[bytes]:
    """The file's bytes as they are read. Raises Refused; CannotOpen on the way, if tampered with.

    The original may hold a place, a maker, a script: it opens for evidence alone.
    """
    require_on_case(by, Act.OPEN_ACCOUNT, row.case_id)
    if copy == Chunk.Copy.ORIGINAL and purpose != EVIDENCE:
        raise Refused(
            _("The original opens as evidence only. For everything else there is the copy.")
        )
    if copy == Chunk.Copy.CLEANED and row.cleaned != C.YES:
        raise Refused(
            _("There is no cleaned copy of this attachment: its original opens as evidence only.")
        )
    opened = open_sealed(row.case_id, Compartment.ATTACHMENT, by=by, purpose=purpose, thing=row)
    return opened.open_file(LABELS[copy], row.pk, stored_chunks(row, copy, reader=by))
