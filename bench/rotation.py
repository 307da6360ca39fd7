"""Every data key wrapped anew for a new month, against the same rows updated by bare SQL.

The bare update writes the same two columns in the same batches and commits each; what is over is
unwrapping, wrapping, the row of the log and Django. The figure is the median of the rounds.
"""

import os
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from support import scratch

NAME = "bench_rotation"
KEYS, ROUNDS = int(os.environ.get("KEYS", "20000")), int(os.environ.get("ROUNDS", "3"))
MONTHS = [datetime(2027, month, 1, tzinfo=UTC) for month in range(1, 13)]


def fill() -> None:
    from amparo.vault.models import Compartment, DataKey
    from amparo.vault.provider import provider

    keys = provider()
    epoch = keys.epoch()
    rows = [DataKey(case_id=uuid4(), compartment=Compartment.FACTS, epoch=epoch)
            for _ in range(KEYS)]  # fmt: skip
    for row in rows:
        row.wrapped = keys.wrap(epoch, os.urandom(32), row.context())
    DataKey.objects.bulk_create(rows, 2000)


def bare() -> float:
    """Each batch by one statement, as a list of keys and values."""
    from django.db import connection, transaction

    from amparo.vault.epochs import BATCH
    from amparo.vault.models import DataKey

    rows = list(DataKey.objects.order_by("id").values_list("id", "wrapped"))
    began = time.perf_counter()
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE vault_datakey SET wrapped = new.wrapped FROM"
                " (SELECT unnest(%s::uuid[]) AS id, unnest(%s::bytea[]) AS wrapped) new"
                " WHERE vault_datakey.id = new.id",
                [[row[0] for row in some], [bytes(row[1]) for row in some]],
            )
    return time.perf_counter() - began


def rotation(moment: datetime) -> float:
    from amparo.methods import clock
    from amparo.vault.epochs import Machine, rotate

    began = time.perf_counter()
    with clock.at(moment):
        done = rotate(by=Machine())
    assert done.wrapped.total() == KEYS
    return time.perf_counter() - began


def main() -> None:
    with TemporaryDirectory() as folder, scratch.database(NAME):
        from django.conf import settings

        from amparo.vault.owner import as_owner

        settings.KEYS = Path(folder, "keys")
        with as_owner():
            fill()
            turns = [(bare(), rotation(month)) for month in MONTHS[:ROUNDS]]
    plain, anew = (statistics.median(each) for each in zip(*turns, strict=True))
    print(f"{KEYS} keys wrapped anew in {anew:.2f} s: {anew / KEYS * 1e6:.0f} µs each")
    print(f"{anew / plain:.1f} times the same rows updated by bare SQL ({plain:.2f} s)")


main()
