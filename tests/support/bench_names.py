"""Files with a sealed name and nothing else, for measuring how names are looked through."""

import os
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4


def reader() -> Any:
    """Somebody of the bureau, to whom each of these files is open."""
    from support.cast import make_cast

    return make_cast().coordinator


def add_names(url: str, names: Iterable[str]) -> list[UUID]:
    """Files with a key and a sealed name each, and their ids; nothing else is asked for here."""
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        rows = [_file(name) for name in names]
        _copy(connection, "vault_datakey (id, case_id, compartment, epoch, wrapped)", rows, "key")
        _copy(connection, "cases_person (id, case_id, sought)", rows, "person")
        _copy(
            connection,
            "access_basis (id, case_id, purpose, recipients, since)",
            rows,
            "basis",
        )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return [row["person"][1] for row in rows]


def _copy(connection: Any, into: str, rows: list[dict[str, Any]], part: str) -> None:
    with connection.cursor().copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row[part])


def _file(name: str) -> dict[str, Any]:
    from amparo.methods import clock
    from amparo.vault.cipher import Key, Place, seal
    from amparo.vault.models import Compartment, DataKey
    from amparo.vault.provider import provider

    key = DataKey(case_id=uuid4(), compartment=Compartment.IDENTITY, epoch=provider().epoch())
    secret, person = os.urandom(32), uuid4()
    wrapped = provider().wrap(key.epoch, secret, key.context())
    place = Place("case_person.sought", person, key.case_id)
    sought = seal(Key(key.id, secret), place, name)
    return {
        "key": (key.id, key.case_id, "identity", key.epoch, wrapped),
        "person": (person, key.case_id, sought),
        "basis": (uuid4(), key.case_id, "identification", "bureau", clock.now()),
    }
