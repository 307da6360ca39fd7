"""How far a long transaction has come, told from outside it: others see it before it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from django.db import DEFAULT_DB_ALIAS, connections

from amparo.directory.imports.models import ImportBatch
from amparo.methods import clock

TELL = """UPDATE directory_importbatch SET rows_done = %s, moved_at = %s
    WHERE id = %s AND state IN ('writing', 'undoing')"""


class Tell(Protocol):
    def __call__(self, done: int, /) -> None: ...


@contextmanager
def progress(batch: ImportBatch) -> Iterator[Tell]:
    """On a connection of its own. Whoever uses it must not have written the batch's row yet."""
    beside = connections.create_connection(DEFAULT_DB_ALIAS)

    def tell(done: int) -> None:
        with beside.cursor() as cursor:
            cursor.execute(TELL, [done, clock.now(), batch.pk])

    try:
        yield tell
    finally:
        beside.close()
