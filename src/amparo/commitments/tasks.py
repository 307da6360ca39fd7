"""What the worker does for the commitments. It acts as nobody: nothing here is of a case."""

from procrastinate.contrib.django import app

from amparo.commitments.due.calling.actions import call


@app.periodic(cron="40 7 * * *")
@app.task(queueing_lock="call_to_what_is_due")
def call_to_what_is_due(timestamp: int) -> None:
    """`timestamp`: when it was due. Twice on a day calls nobody twice."""
    call()
