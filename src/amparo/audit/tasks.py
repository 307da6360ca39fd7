"""What the worker does for the log (ADR 30)."""

from procrastinate.contrib.django import app

from amparo.audit import heads


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="sign_heads")
def sign_heads(timestamp: int) -> None:
    """`timestamp`: the minute it was due. Late or twice, it signs how things stand now."""
    heads.sign()
