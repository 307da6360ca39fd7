from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts
from amparo.cases.models import Case, Measure
from amparo.methods import clock
from amparo.people.models import User


@action
def take_measure(case: Case, kind: Measure.Kind, *, by: User, note: str = "") -> Measure:
    """Write down a protective step: guardian, offence under coercion, letter (33/1 ¶6)."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    measure = Measure(case=case, kind=kind, at=clock.now(), by=by)
    if note:
        facts(case, by=by).write(measure, "note", note)
    measure.save(force_insert=True)
    record(f"measure: {kind}", by=by, case=case.pk, thing=measure)
    return measure
