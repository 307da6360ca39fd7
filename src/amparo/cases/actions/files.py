from collections.abc import Mapping

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.restriction.guard import guard
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.audit.names import NUMBERED, name_of
from amparo.cases.actions.steps import facts, refuse_if_closed, step
from amparo.cases.child.actions.of_age import keep_coming_of_age
from amparo.cases.child.queries import last_age_decision
from amparo.cases.finding.actions.lookups import keep_findable
from amparo.cases.machine import State, Track
from amparo.cases.models import Account, AgeStatus, Case, Person
from amparo.cases.pseudonyms import pseudonym
from amparo.cases.queries import next_reference
from amparo.cases.questions.actions import keep_answers
from amparo.cases.questions.models import AskedOn
from amparo.methods import clock
from amparo.people.codes import listed
from amparo.people.models import User
from amparo.screening import questionnaire
from amparo.screening.models import Screening
from amparo.screening.pages import Answers
from amparo.vault.actions import Opened, make_keys, open_sealed
from amparo.vault.models import Compartment

SEALED = ("given_name", "family_name", "other_names", "birth_date", "document", "safe_contact")
# With what no form asks: it came with the file from another system.
IDENTITY = (*SEALED, "elsewhere")


@action
def open_file(
    screening: Screening,
    *,
    by: User,
    identity: Mapping[str, str],
    account: str = "",
    answers: Mapping[str, str] | None = None,
) -> Case:
    """Open the file that a finished screening leads to; names and account are sealed at once.

    `answers`: to what the country asks besides.
    """
    require_on_case(by, Act.OPEN_FILE, screening.case_id)
    require_on_case(by, Act.WRITE_IDENTITY, screening.case_id)
    if not screening.finished_at:
        raise Refused(_("Finish the screening first: check your answers."))
    waiting = Case.objects.select_for_update().filter(pk=screening.case_id).first()
    if waiting and waiting.identification != State.SIGNAL:
        raise Refused(_("This screening has its file already."))
    if waiting:
        case = _take_up(waiting, screening, by=by, identity=identity, account=account)
    else:
        case = _case(screening)
        begin(case, by=by, identity=identity, account=account)
        step(case, Track.IDENTIFICATION, State.SCREENED, by=by)
        case.refresh_from_db()
    keep_answers(case, answers, by=by, form=AskedOn.OPENING)
    return case


def begin(case: Case, *, by: User, identity: Mapping[str, str], account: str = "") -> None:
    """Number a new file and make its keys; names and account are sealed with them at once."""
    case.save(force_insert=True)
    record(NUMBERED, by=by, case=case.pk, thing=name_of(case.reference))
    keys = make_keys(case.pk, by=by)
    _seal_identity(Person(case=case), keys[Compartment.IDENTITY], identity)
    keep_coming_of_age(case, identity, by=by)
    if account:
        _seal_account(case, keys[Compartment.FACTS], account, by=by)


def _take_up(
    case: Case, screening: Screening, *, by: User, identity: Mapping[str, str], account: str
) -> Case:
    """Go on with a file that a signal opened: what the screening found stands in it from now on."""
    found = _case(screening, reference=case.reference)
    decided = ("age_status",) if last_age_decision(case) else ()  # it stands above a screening
    for name in ("screening", "sex", "age_status", "languages", "dependants", "forms"):
        if name not in decided:
            setattr(case, name, getattr(found, name))
    case.save()
    step(case, Track.IDENTIFICATION, State.SCREENED, by=by)
    told = {field: text for field, text in identity.items() if text.strip()}
    if told:
        correct_identity(case, by=by, identity=told)
    if account:
        add_account(case, account, by=by)
    case.refresh_from_db()
    return case


def _case(screening: Screening, reference: str = "") -> Case:
    answers = screening.answers
    spoken = listed("languages")
    return Case(
        id=screening.case_id,
        reference=reference or next_reference(),
        pseudonym=pseudonym(screening.case_id),
        screening=screening,
        unit=screening.unit,
        opened_at=clock.now(),
        region=screening.unit.region,
        sex=answers.get("sex") or "U",
        age_status=answers.get("age") or AgeStatus.NOT_SURE,
        languages=[code for code in answers.get("languages") or [] if code in spoken],
        dependants=int(answers.get("dependants") or 0),
        forms=_forms(answers),
    )


def _forms(answers: Answers) -> list[str]:
    """The suspected forms as they were ticked; the first stands for the file in figures."""
    return [code for code in answers.get("forms") or [] if code not in questionnaire.NEITHER]


def _seal_identity(person: Person, opened: Opened, identity: Mapping[str, str]) -> None:
    for field in IDENTITY:
        if field in identity:
            opened.write(person, field, identity[field].strip())
    person.save()
    keep_findable(person, opened)


def _seal_account(case: Case, opened: Opened, text: str, *, by: User) -> Account:
    account = Account(case=case, at=clock.now(), by=by)
    opened.write(account, "text", text)
    account.save(force_insert=True)
    return account


@action
def correct_identity(case: Case, *, by: User, identity: Mapping[str, str]) -> Person:
    """Write the given identity fields anew; the others stay."""
    require_on_case(by, Act.WRITE_IDENTITY, case.pk)
    if not identity:
        raise Refused(_("Fill in what is to be written anew."))
    person = Person.objects.select_for_update().get(case=case)
    opened = open_sealed(case.pk, Compartment.IDENTITY, by=by, purpose="correction", thing=person)
    with guard(case.pk, "correction"):  # a restricted file may be corrected, and found as corrected
        _seal_identity(person, opened, identity)
    keep_coming_of_age(case, identity, by=by)
    record("wrote identity", by=by, case=case.pk, thing=person)
    return person


@action
def add_account(case: Case, text: str, *, by: User) -> Account:
    require_on_case(by, Act.WRITE_CASE, case.pk)
    refuse_if_closed(case)
    account = _seal_account(case, facts(case, by=by), text, by=by)
    record("wrote an account", by=by, case=case.pk, thing=account)
    return account
