"""Erasing a file: its data keys are destroyed, and with them whatever they sealed (ADR 23).

The rows stay as they are, without a meaning; the log stays and verifies. Unreadable at once in the
live system, and in every backup once the epoch of the keys is destroyed too.
"""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

from django.db import connection, transaction

from amparo.audit.actions import Actor, record
from amparo.methods import clock
from amparo.vault import tombstones
from amparo.vault.certificate import Destroyed, final_on, sign
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Certificate
from amparo.vault.queries import certificates

REASON = re.compile(r"[a-z_]{1,40}")
Remove = Callable[[UUID], None]

_removers: list[Remove] = []


class CannotErase(Exception):
    """Nothing was destroyed, and the sentence says why."""


class Erased(CannotOpen):
    """The file was erased: there is nothing left that a key could open."""


def subscribe(remove: Remove) -> None:
    """Have `remove` told each erased case, in the same transaction: a room's copies go with it."""
    if remove not in _removers:
        _removers.append(remove)


def erase(case_id: UUID, *, by: Actor, reason: str) -> Certificate:
    """Destroy every data key of a case and certify it; a second time gives the same certificate.

    `reason` is a code of a list, never a sentence. Raises CannotErase.
    """
    if not REASON.fullmatch(reason):
        raise CannotErase("The reason of an erasure is a code, such as retention_over.")
    with transaction.atomic():
        destroyed = _destroy_keys(case_id)
        if earlier := certificates().of_case(case_id).first():
            return earlier
        if not destroyed:
            raise CannotErase("There is no such file, or it never had a key.")
        for remove in _removers:
            remove(case_id)
        certificate = _certify(case_id, destroyed, by=by, reason=reason)
        record("erased", by=by, case=case_id, thing=certificate, purpose=reason)
        # Beside the keys, for a restore of an older copy. What a kill leaves out, a backup writes.
        transaction.on_commit(lambda: tombstones.lay(certificate), robust=True)
        return certificate


def refuse_erased(case_id: UUID) -> None:
    """Raise Erased, with the day, for a case that was erased and that the reader may know of."""
    if certificate := certificates().of_case(case_id).first():
        raise Erased(f"This file was erased on {certificate.at:%Y-%m-%d}.")


def _destroy_keys(case_id: UUID) -> list[Destroyed]:
    """Every key, also those that row-level security hides from whoever erases."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key, part, month FROM amparo_destroy_keys(%s)", [case_id])
        return [Destroyed(*row) for row in cursor.fetchall()]


def _certify(case_id: UUID, destroyed: list[Destroyed], *, by: Actor, reason: str) -> Certificate:
    number, now = uuid4(), clock.now()
    final = final_on(now)
    facts = {"id": number, "case": case_id, "at": now.isoformat(), "by": by.pk,
             "reason": reason, "final_on": final}  # fmt: skip
    signed = sign(facts, destroyed)
    certificate = Certificate(
        id=number, case_id=case_id, at=now, by=by.pk, reason=reason, final_on=final,
        statement=signed.statement, signature=signed.signature, signer=signed.signer,
    )  # fmt: skip
    certificate.save(force_insert=True)
    return certificate
