"""What an identity is found by: its names folded under seal, and blind indexes of its numbers."""

from collections.abc import Mapping
from uuid import UUID

from django.db import connection

from amparo.cases.finding.models import BlindIndex
from amparo.cases.models import Case, Person
from amparo.methods.names import contacts, document_number, full_name_and_year, words
from amparo.vault.actions import Opened
from amparo.vault.blind import Indexed, blind

NAMES = ("given_name", "family_name", "other_names")
READ = (*NAMES, "birth_date", "document", "safe_contact")


def keep_findable(person: Person, opened: Opened) -> None:
    """Bring both up to what the identity says now; within the transaction that wrote it."""
    texts = {field: opened.read(person, field) for field in READ}
    opened.write(person, "sought", sought(texts))
    person.save(update_fields=["sought"])
    case: Case = person.case
    BlindIndex.objects.of(case).delete()
    BlindIndex.objects.bulk_create(
        BlindIndex(case=case, what=what, digest=digest)
        for what, values in digests(texts).items()
        for digest in values
    )


def sought(texts: Mapping[str, str]) -> str:
    """ "zorvanela tikomaresh|2004-02-29": every word of every name, and the birth as known."""
    names = " ".join(words(" ".join(texts.get(field, "") for field in NAMES)))
    return f"{names}|{texts.get('birth_date', '')}" if names else ""


def digests(texts: Mapping[str, str]) -> dict[Indexed, set[bytes]]:
    """Only what hardly ever repeats by chance (security design, 2.4)."""
    given, family, born = (texts.get(f, "") for f in ("given_name", "family_name", "birth_date"))
    values = {
        Indexed.DOCUMENT: {document_number(texts.get("document", ""))},
        Indexed.CONTACT: contacts(texts.get("safe_contact", "")),
        Indexed.NAME_AND_YEAR: {full_name_and_year(given, family, born)},
    }
    return {
        what: {blind(what, value) for value in found if value} for what, found in values.items()
    }


def forget(case: UUID) -> None:
    """An erased case is found by nothing (vault.erasure). Whoever erases need not see its rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT amparo_forget_person(%s)", [case])
