from uuid import uuid4

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.access.two_persons.queries import waiting_for
from amparo.audit.actions import record
from amparo.cases.models import Case
from amparo.people.country import country, day_of
from amparo.people.models import User
from amparo.rights.actions.erasures import KIND
from amparo.rights.models import KeptFile
from amparo.rights.queries import course_of, due_now
from amparo.rights.retention import Due
from amparo.screening.actions import purge_drafts

PURGE = "purge_drafts"
ERASE = "erase"


def keep(case: Case) -> None:
    """Bring the line of a file up to date, in the transaction that changed the file."""
    outcome, closed_on = course_of(case)
    row = KeptFile(
        case_id=case.pk, reference=case.reference, child=case.treated_as_child, outcome=outcome,
        opened_on=day_of(case.opened_at), closed_on=closed_on,
    )  # fmt: skip
    KeptFile.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["case_id"],
        update_fields=["child", "outcome", "closed_on"],
    )  # fmt: skip


@action
def propose_due(*, by: User) -> int:
    """Propose to a second person what the rules ask to erase; how many proposals that made.

    What waits for its second person already is not proposed again.
    """
    require(by, Act.SEE_RETENTION)
    files, drafts = due_now(by)
    made = 0
    for each in {each.subject: each for each in files if each.rule.then == ERASE}.values():
        if not waiting_for(KIND, each.subject):
            propose(KIND, by=by, subject=each.subject, case=each.subject, reason=_why(each))
            made += 1
    purge = [each for each in drafts if each.rule.then == ERASE]
    if purge and not waiting_for(PURGE):
        propose(PURGE, by=by, subject=uuid4(), reason=_why(purge[0]))
        made += 1
    record("proposed what retention asks", by=by)
    return made


def _why(each: Due) -> str:
    language = (get_language() or "en")[:2]
    return f"{each.rule.label.say(language)}: {each.rule.basis.say(language)}"[:300]


def purge(proposal: Proposal, by: User) -> None:
    """As the second person: delete the drafts that were too old when this was proposed."""
    rules = [rule for rule in country().retention.values() if rule.kind == "draft"]
    erasing = [rule for rule in rules if rule.then == ERASE]
    if not erasing:
        raise Refused(_("No rule of the country asks for this any more."))
    day = day_of(proposal.at)
    purge_drafts(lambda begun: any(rule.due(begun) <= day for rule in erasing), by=by)


def purge_kind() -> Kind:
    return Kind(
        PURGE, _("Delete screenings that were never finished"), Act.SEE_RETENTION, Act.ERASE, purge
    )
