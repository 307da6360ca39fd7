"""What the worker does for the directory."""

from uuid import UUID

from procrastinate.contrib.django import app

from amparo.directory.imports.actions.working import work


@app.task
def move_services(batch: str) -> None:
    """`batch`: its id. What its state asks for; late or twice, it is done once.

    No lock of the queue: one that a dead worker leaves behind would stop every later file. The
    database's own ends with the transaction.
    """
    work(UUID(batch))
