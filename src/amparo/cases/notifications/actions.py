from amparo.cases.models import Case
from amparo.cases.notifications.models import Notification
from amparo.methods import clock
from amparo.people.country import day_of


def notify(case: Case, reason: str) -> None:
    """Tell the bureau that an adult was noticed and refused, in the step's own transaction.

    Nothing of the row leads back to the file; the step has the audit row.
    """
    Notification.objects.create(
        year=day_of(clock.now()).year,
        sex=case.sex,
        age=case.age_status,
        region=case.region,
        form=case.forms[0] if case.forms else "UNKNOWN",
        reason=reason,
    )
