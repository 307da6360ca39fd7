from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts, refuse_if_closed
from amparo.cases.models import Case, Measure
from amparo.methods import clock
from amparo.people.models import User

# What is recorded of a guardian or of a letter now is a row of its own, in a room of its own.
TAKEN_HERE = (Measure.Kind.COERCION_FLAGGED,)


@action
def take_measure(case: Case, kind: Measure.Kind, *, by: User, note: str = "") -> Measure:
    """Write down that somebody sees signs of an offence under coercion (33/1 ¶6)."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    refuse_if_closed(case)
    if kind not in TAKEN_HERE:
        raise Refused(_("This has a page of its own: a guardian, or a request not to punish."))
    measure = Measure(case=case, kind=kind, at=clock.now(), by=by)
    if note:
        facts(case, by=by).write(measure, "note", note)
    measure.save(force_insert=True)
    record(f"measure: {kind}", by=by, case=case.pk, thing=measure)
    return measure
