"""What the worker does for the log (ADR 30)."""

import logging

from procrastinate.contrib.django import app

from amparo.audit import heads
from amparo.audit.actions import check_the_log


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="sign_heads")
def sign_heads(timestamp: int) -> None:
    """`timestamp`: the minute it was due. Late or twice, it signs how things stand now."""
    heads.sign()


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="check_log")
def check_log(timestamp: int) -> None:
    """Each hour the whole log, so that its page says how it stands without being asked."""
    check = check_the_log()
    if check.faults:
        logging.getLogger(__name__).critical("The log does not hold: %s faults.", check.faults)
