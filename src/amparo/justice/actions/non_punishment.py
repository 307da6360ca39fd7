from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.announcements import announce
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import due, rule_of
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.cases.queries import case_with
from amparo.design.paper import paper
from amparo.justice.letter import LETTER, contents
from amparo.justice.models import Allegation, AllegationOutcome, Plea, PleaReply
from amparo.justice.queries.non_punishment import (
    allegation_with,
    allegations_of,
    answers_of,
    outcome_of,
    plea_with,
    pleas_of,
)
from amparo.justice.rules import day_hindrance, is_open, plea_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

# Within how many days an office answers is the country's to say, if its law says it.
REPLY = "non_punishment_reply"


@action
def allege(
    case: Case, *, by: User, acts: tuple[str, ...], stage: str, office: str, note: str = ""
) -> Allegation:
    """Write down acts that are held against the person and that they may have been made to do."""
    case = begin(case, by=by)
    row = Allegation(case=case, at=clock.now(), by=by, acts=list(acts), stage=stage, office=office)
    keep(row, "acts alleged", by=by, purpose=stage, note=note)
    announce(case)
    return row


@action
def plead(case: Case, allegation: UUID, *, by: User, office: str, day: date) -> Plea:
    """Write down that an office was asked; its time to answer begins where the law sets one."""
    case = begin(case, by=by)
    raised = _raised(case, allegation)
    refuse(day_hindrance(day, today=today()))
    row = Plea(case=case, at=clock.now(), by=by, allegation=raised, office=office, day=day)
    keep(row, "request not to punish", by=by, purpose=office)
    _start(case)
    announce(case)
    return row


@action
def note_reply(
    case: Case, plea: UUID, *, by: User, answer: str, day: date, note: str = ""
) -> PleaReply:
    case = begin(case, by=by)
    asked = plea_with(case, plea)
    if asked is None:
        raise Refused(_("There is no such request."))
    answers = answers_of(asked)
    refuse(plea_hindrance(answers))
    refuse(day_hindrance(day, today=today(), after=asked.day))
    row = PleaReply(
        case=case, at=clock.now(), by=by, plea=asked, number=len(answers) + 1, answer=answer,
        day=day,
    )  # fmt: skip
    keep(row, f"reply: {answer}", by=by, note=note)
    _meet_if_answered(case)
    return row


@action
def note_outcome(
    case: Case, allegation: UUID, *, by: User, outcome: str, day: date
) -> AllegationOutcome:
    """Write down how it ended for the person; what an appeal changes is another row."""
    case = begin(case, by=by)
    raised = _raised(case, allegation)
    if outcome == outcome_of(raised):
        raise Refused(_("This is written down already."))
    refuse(day_hindrance(day, today=today()))
    row = AllegationOutcome(
        case=case, at=clock.now(), by=by, allegation=raised, outcome=outcome, day=day,
        number=raised.outcomes.count() + 1,
    )  # fmt: skip
    keep(row, f"outcome: {outcome}", by=by)
    _meet_if_answered(case)
    announce(case)
    return row


@action
def print_letter(case: Case, allegation: UUID, *, by: User) -> bytes:
    """The letter on non-punishment as PDF, in the language of whoever prints it; kept nowhere."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    case = case_with(case.pk)
    raised = _raised(case, allegation)
    record("printed the letter", by=by, case=case.pk, thing=raised)
    return paper(contents(case, raised), LETTER.name)


def _raised(case: Case, pk: UUID) -> Allegation:
    row = allegation_with(case, pk)
    if row is None:
        raise Refused(_("Record first what is held against the person."))
    return row


def _start(case: Case) -> None:
    rule = rule_of(REPLY)
    running = Clock.objects.running().filter(case=case, rule=REPLY)
    if rule is None or running.exists():
        return
    now = clock.now()
    Clock.objects.create(case=case, rule=REPLY, started_at=now, due_at=due(rule, now))


def _meet_if_answered(case: Case) -> None:
    """The clock ends with the last request that waits for an answer."""
    waits = [
        plea
        for row in allegations_of(case)
        if not outcome_of(row)
        for plea in pleas_of(row)
        if is_open(answers_of(plea))
    ]
    if not waits:
        Clock.objects.running().filter(case=case, rule=REPLY).update(met_at=clock.now())
