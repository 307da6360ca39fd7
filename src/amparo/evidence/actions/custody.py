"""The log of who had an item: one more entry, bound to the one before it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.evidence.actions.opening import opened_item
from amparo.evidence.models import Custody, Item
from amparo.evidence.queries import custody_of, item_of
from amparo.justice.dossiers.writing import begin
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.methods.custody import START, digest_of
from amparo.people.models import User
from amparo.vault.actions import Opened

RECEIVED, OPENED, READ = "received", "opened", "read"


@action
def pass_on(
    dossier: Dossier, item: UUID, *, by: User, kind: str, when: datetime, **words: str
) -> Custody:
    """Write down that an item changed hands or place; the words are sealed. Raises Refused."""
    dossier = begin(dossier, by=by)
    row = item_or_refused(dossier, item)
    if when > clock.now():
        raise Refused(_("What is still to come has not happened to the item."))
    # A form tells the minute, the first entry the second.
    if when < custody_of(row)[0].when.replace(second=0, microsecond=0):
        raise Refused(_("The item was not in anybody’s custody here then: see its first entry."))
    return append(row, kind, opened_item(row, by=by), by=by, when=when, words=words)


def item_or_refused(dossier: Dossier, pk: UUID) -> Item:
    row = item_of(dossier, pk)
    if row is None:
        raise Refused(_("There is no such item in this dossier."))
    return row


def append(
    item: Item, kind: str, opened: Opened, *, by: User, when: datetime | None = None,
    words: Mapping[str, str] | None = None,
) -> Custody:  # fmt: skip
    """Whoever calls it has the dossier locked; the database refuses an entry that does not follow.

    Its digest goes into the log as well, whose chain is under a key.
    """
    before = custody_of(item)
    now = clock.now()
    row = Custody(
        dossier_id=item.dossier_id, at=now, by=by, item_id=item.pk, number=len(before), kind=kind,
        when=when or now, previous=bytes(before[-1].digest) if before else START,
    )  # fmt: skip
    for field, text in (words or {}).items():
        opened.write(row, field, text.strip())
    row.digest = digest_of(item.pk.bytes, row.number, bytes(row.previous), row.facts(item))
    row.save(force_insert=True)
    mark = f"{kind} {row.digest.hex()[:32]}"
    record("custody of an item", by=by, case=item.dossier_id, thing=item, purpose=mark)
    return row
