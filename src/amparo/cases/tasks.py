"""What the worker does for the files (ADR 47)."""

from procrastinate.contrib.django import app

from amparo.access.mail import call_to_desk
from amparo.cases.notices.actions import tell
from amparo.people.queries import working_users


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="tell_of_clocks")
def tell_of_clocks(timestamp: int) -> None:
    """`timestamp`: when it was due. Late or twice, each is told once of each clock."""
    call_to_desk([user.email for user in working_users() if tell(by=user)])
