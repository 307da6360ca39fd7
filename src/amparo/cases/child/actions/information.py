from amparo.access.acting import action
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import Information
from amparo.cases.models import Case
from amparo.cases.pages.writing import keep
from amparo.methods import clock
from amparo.people.models import User


@action
def inform_child(
    case: Case, *, by: User, topics: tuple[str, ...], language: str, how: str, informer: str,
    understood: bool,
) -> Information:  # fmt: skip
    """Write down what the child was told, in which language, how and by whom (S4-IV ¶6)."""
    case = begin_for_child(case, by=by)
    row = Information(
        case=case, at=clock.now(), by=by, topics=list(topics), language=language, how=how,
        informer=informer, understood=understood,
    )  # fmt: skip
    return keep(row, "informed the child", by=by, purpose=informer)
