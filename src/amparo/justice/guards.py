"""What must be written down of a proceeding before the file takes a step on its track."""

from django.utils.translation import gettext as _

from amparo.cases import guards
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.justice.queries.proceedings import (
    hearings_of,
    judgments_of,
    open_hearings,
    stages_of,
    untold_drops,
)


def register() -> None:
    guards.register(no_hearing_without_a_day, State.HEARING)
    guards.register(no_judgment_unrecorded, State.JUDGED)
    guards.register(not_dropped_without_a_reason, State.DROPPED)
    guards.register(no_drop_untold, State.FINAL)
    guards.register(no_hearing_left_open, State.CLOSED)


def no_hearing_without_a_day(case: Case) -> str:
    if hearings_of(case.pk):
        return ""
    return _("Record the day of the hearing first, and what is to protect the person there.")


def no_judgment_unrecorded(case: Case) -> str:
    if judgments_of(case.pk):
        return ""
    return _("Record the judgment first: the offence, the result and the penalty.")


def not_dropped_without_a_reason(case: Case) -> str:
    if any(row.stage == State.DROPPED for row in stages_of(case.pk)):
        return ""
    return _("Record on the page on justice which proceeding was dropped, and why.")


def no_drop_untold(case: Case) -> str:
    if not untold_drops(case.pk):
        return ""
    return _(
        "Record first that the person was told of the decision to drop, and of the right to a"
        " review."
    )


def no_hearing_left_open(case: Case) -> str:
    if not open_hearings(case.pk):
        return ""
    return _("A hearing is still open: record how it went first.")
