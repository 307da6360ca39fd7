"""Certificates of erasure as files beside the keys, so that no restore undoes an erasure.

An older copy of the database knows nothing of a later erasure; the key folder is of today.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from amparo.vault.certificate import own_signer, parts_of, verify
from amparo.vault.escrow import write_private
from amparo.vault.models import Certificate
from amparo.vault.queries import certificates

FOLDER = "erased"


def lay(certificate: Certificate) -> None:
    """Keep the certificate of one case; once its erasure is committed."""
    write_private(_folder() / f"{certificate.case_id}.json", certificate.as_file())


def lay_missing() -> int:
    """Those that a kill between commit and file left out, of all that the reader may see."""
    missing = [each for each in certificates() if not (_folder() / f"{each.case_id}.json").exists()]
    for each in missing:
        lay(each)
    return len(missing)


def erased() -> dict[UUID, bytes]:
    """The certificate of each erased case, as a file. Raises NotGenuine for any other."""
    found: dict[UUID, bytes] = {}
    for path in sorted(_folder().glob("*.json")):
        file = path.read_bytes()
        found[UUID(verify(file, signer=own_signer())["case"])] = file
    return found


def put_back(files: dict[UUID, bytes]) -> None:
    """Into a restored database, as its owner: the files that it does not know as erased."""
    known = set(certificates().values_list("case_id", flat=True))
    for case, file in files.items():
        if case not in known:
            _row(file).save(force_insert=True)


def _row(file: bytes) -> Certificate:
    facts: dict[str, Any] = verify(file, signer=own_signer())
    signed = parts_of(file)
    return Certificate(
        id=facts["id"], case_id=facts["case"], at=facts["at"], by=facts["by"],
        reason=facts["reason"], final_on=facts["final_on"], statement=signed.statement,
        signature=signed.signature, signer=signed.signer,
    )  # fmt: skip


def _folder() -> Path:
    return Path(settings.KEYS, FOLDER)
