"""What the worker does for the directory. It acts as nobody: nothing here is of a case."""

from uuid import UUID

from procrastinate.contrib.django import app

from amparo.directory.coverage.actions import keep_coverage
from amparo.directory.imports.actions.working import work
from amparo.directory.reminders.actions import remind
from amparo.people.country import today


@app.periodic(cron="0 3 * * 1")
@app.task(queueing_lock="keep_coverage")
def keep_coverage_of_the_week(timestamp: int) -> None:
    """`timestamp`: when it was due. Twice on a day counts that day anew."""
    keep_coverage(today())


@app.periodic(cron="30 7 * * *")
@app.task(queueing_lock="remind_of_places")
def remind_of_places(timestamp: int) -> None:
    """`timestamp`: when it was due. Twice on a day calls nobody twice."""
    remind()


@app.task
def move_services(batch: str) -> None:
    """`batch`: its id. What its state asks for; late or twice, it is done once.

    No lock of the queue: one that a dead worker leaves behind would stop every later file. The
    database's own ends with the transaction.
    """
    work(UUID(batch))
