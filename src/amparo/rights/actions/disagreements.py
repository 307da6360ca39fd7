from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.opening import Written
from amparo.cases.actions.steps import facts
from amparo.cases.models import Account, Case, Measure, OfCase, Status
from amparo.methods import clock
from amparo.people.models import User
from amparo.rights.models import Disagreement
from amparo.vault.actions import Opened

Kind = Disagreement.Kind
MODELS: dict[Kind, type[OfCase]] = {
    Kind.ACCOUNT: Account,
    Kind.STATUS: Status,
    Kind.MEASURE: Measure,
}


@action
def disagree(case: Case, about: UUID, text: str, *, by: User) -> Disagreement:
    """Put the person's words beside an account, a decision or a measure, sealed. Raises Refused."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    kind = kind_of(case, about)
    if kind is None:
        raise Refused(_("There is nothing like that in this file."))
    row = Disagreement(case=case, kind=kind, about=about, at=clock.now(), by=by)
    facts(case, by=by).write(row, "text", text.strip())
    row.save(force_insert=True)
    record("wrote a disagreement", by=by, case=case.pk, thing=row, purpose=kind)
    return row


def kind_of(case: Case, about: UUID) -> Kind | None:
    for kind, model in MODELS.items():
        if model.objects.of(case).filter(pk=about).exists():
            return kind
    return None


def beside(case: Case, opened: Opened) -> list[tuple[UUID, Written]]:
    """For whoever opens what was written: the disagreement comes with it, never without."""
    rows = Disagreement.objects.of(case).in_order().select_related("by")
    return [
        (row.about, Written(row.pk, str(row.by), row.at, opened.read(row, "text"))) for row in rows
    ]
