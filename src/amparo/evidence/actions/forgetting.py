from uuid import UUID

from django.db import connection


def forget(case: UUID) -> None:
    """Which exploitation, when, and what each item says of it goes with the keys (vault.erasure).

    Items and their custody stay, sealed for ever: a list that left before can still be checked
    against their digests.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT amparo_forget_matrix(%s)", [case])
