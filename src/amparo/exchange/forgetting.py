from uuid import UUID

from django.db import connection


def forget(case: UUID) -> None:
    """That an erased file came, and from where, is known no more (vault.erasure)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT amparo_forget_source(%s)", [case])
