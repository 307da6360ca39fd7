"""What the worker does for the directory."""

from uuid import UUID

from procrastinate.contrib.django import app

from amparo.directory.imports.actions.working import work


@app.task(lock="directory_import")
def move_services(batch: str) -> None:
    """`batch`: its id. What its state asks for; late or twice, it is done once."""
    work(UUID(batch))
