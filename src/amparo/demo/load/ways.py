"""The way of one file as a generator: it yields when the next step comes, then takes it."""

from amparo.access.acting import acting_as
from amparo.access.two_persons import approve
from amparo.cases import guards
from amparo.cases.actions import decisions
from amparo.cases.actions.closings import propose_closing
from amparo.cases.actions.files import open_file
from amparo.cases.actions.measures import take_measure
from amparo.cases.child.actions.guardian import appoint_guardian, request_guardian
from amparo.cases.consents.actions import record_consent, record_ground
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.findings import FOUND, NOT_FOUND, POSITIVE, Finding
from amparo.cases.machine import State
from amparo.cases.models import Case, Measure
from amparo.cases.queries import case_with
from amparo.cases.queues.actions import assign
from amparo.demo.load import persons
from amparo.demo.load.answers import answers_for
from amparo.demo.load.beside import begin_beside, begin_presumed, decided
from amparo.demo.load.chance import Chance
from amparo.demo.load.leaving import leave_support
from amparo.demo.load.needs import needs
from amparo.demo.load.plans import Plan
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.people.models import User
from amparo.screening.actions import answer_together, finish, start

# What is asked for first; the other purposes come later on the way.
ASKED = ("identification", "support", "health")
# What is older than this is closed, unless something is still to come in it.
SETTLED_DAYS = 500
# A closing that has to wait is looked at again after so many days.
WAIT_DAYS = 12
BUREAU, PANEL = "bureau-coordination", "panel-decisions"


def way(scene: Scene) -> Steps:
    plan, people, chance = scene.plan, scene.people, scene.chance
    yield plan.opened
    by = people[plan.responder]
    early = plan.path in ("not_referred", "notified")
    with acting_as(by):
        case = _open(scene, by)
        if not early:
            _consent(case, plan, chance, by)
    if early:
        yield from _end(case, scene, by)
        return
    yield from _protect(case, scene, by)
    if plan.path == "screened":
        return
    yield later(minutes=chance.random.uniform(20, 90))
    decisions.refer(case, by=by)
    yield from needs(case, scene)
    if plan.path != "referred":
        yield from _decide(case, scene)


def _open(scene: Scene, by: User) -> Case:
    plan, chance = scene.plan, scene.chance
    account = persons.story(plan, chance)
    identity = scene.met[plan.responder] = persons.identity(plan, chance)
    screening = start(by=by, key=chance.key())
    answer_together(screening, answers_for(plan, account, chance), by=by)
    screening = finish(screening, by=by)
    text = account["en"].format(given_name=identity["given_name"])
    return open_file(screening, by=by, identity=identity, account=text)


def _end(case: Case, scene: Scene, by: User) -> Steps:
    plan, chance = scene.plan, scene.chance
    yield later(minutes=chance.random.uniform(10, 60))
    row = persons.note("ending", chance, outcome=plan.path)
    decisions.end_without_referral(case, State(plan.path), by=by, reason=row["reason"])
    if "case_management" in case.unit.mandates:
        yield from _close(case, scene, by)


def _consent(case: Case, plan: Plan, chance: Chance, by: User) -> None:
    consent = sheet("profiles")["consent"]
    if plan.child:
        for purpose in ("identification", "support"):
            ground = chance.one_of(consent["grounds"])
            record_ground(case, by=by, purpose=purpose, ground=ground)
        return
    how = chance.one_of(consent["how"])
    for purpose in ASKED:
        if chance.happens(consent["purposes"][purpose]):
            recipients = "bureau" if purpose == "identification" else "services"
            record_consent(
                case, by=by, purpose=purpose, recipients=recipients, how=how,
                language=plan.languages[0], given_by="person",
            )  # fmt: skip


def _protect(case: Case, scene: Scene, by: User) -> Steps:
    plan, chance = scene.plan, scene.chance
    measures = sheet("profiles")["measures"]
    kinds = Measure.Kind
    if plan.child and chance.happens(measures["guardian_requested"]):
        yield later(minutes=chance.random.uniform(5, 40))
        request_guardian(case, by=by, office=chance.one_of(measures["guardian_office"]))
    if chance.happens(measures["coercion_flagged"].get(plan.form, 0)):
        yield later(minutes=chance.random.uniform(5, 60))
        _measure(case, kinds.COERCION_FLAGGED, chance, by)
        scene.marks.add(Mark.FLAGGED)


def _measure(case: Case, kind: Measure.Kind, chance: Chance, by: User) -> None:
    take_measure(case, kind, by=by, note=persons.note("measure", chance, kind=kind)["en"])


def _guardian(case: Case, by: User, chance: Chance) -> None:
    office = chance.one_of(sheet("profiles")["measures"]["guardian_office"])
    name = persons.somebody(chance)
    appoint_guardian(case, by=by, office=office, conflict="none", name=name)


def _decide(case: Case, scene: Scene) -> Steps:
    plan, people, chance = scene.plan, scene.people, scene.chance
    timing = sheet("profiles")["decisions"]
    manager = scene.houses.units[scene.manager]
    yield later(hours=chance.between(timing["acknowledge_hours"]))
    panel = scene.houses.units[PANEL]
    decisions.receive(case, by=people[BUREAU], authority=panel, manager=manager)
    _carry(case, scene, BUREAU, manager.slug)
    if plan.child and chance.happens(sheet("profiles")["measures"]["guardian_appointed"]):
        yield later(hours=chance.random.uniform(2, 30))
        _guardian(case, people[manager.slug], chance)
    begin_beside(case, scene)
    if plan.path == "withdrawn":
        yield later(days=chance.random.uniform(1, 4))
        decisions.withdraw(case, by=people[manager.slug], reason="consent_withdrawn")
    elif plan.path != "received":
        first = State.NOT_PRESUMED if plan.path == "not_presumed" else State.PRESUMED
        # Five working days are about seven of the calendar.
        yield later(days=chance.between(timing["first_working_days"]) * 1.2)
        _decision(case, first, people[PANEL], chance)
        if first == State.PRESUMED:
            begin_presumed(case, scene)
        if plan.path in ("confirmed", "not_confirmed"):
            yield later(days=31 + chance.between(timing["final_days"]))
            _decision(case, State(plan.path), people[PANEL], chance)
            decided(case, scene)
    if plan.path not in ("received", "reflection"):
        yield from _close(case, scene, people[manager.slug])


def _carry(case: Case, scene: Scene, *slugs: str) -> None:
    """Two files of three are taken at once; the others stand in the queue without anybody."""
    if case.pk.int % 3 == 0:
        return
    for slug in slugs:
        unit, by = scene.houses.units[slug], scene.people[slug]
        assign({case.reference: None}, by=by, unit=unit, to=by)


def _decision(case: Case, outcome: State, by: User, chance: Chance) -> None:
    row = persons.note("decision", chance, outcome=outcome)
    standing = FOUND if outcome in POSITIVE else NOT_FOUND
    decide(
        case, outcome, by=by, reason=row["reason"], note=row["en"],
        evidence=("signs", "own_account"),
        findings=[Finding(form, standing) for form in case.forms],
    )  # fmt: skip


def _close(case: Case, scene: Scene, by: User) -> Steps:
    """Proposed by who looks after the person, agreed by the bureau on the same day."""
    plan, chance = scene.plan, scene.chance
    closing = sheet("profiles")["closing"]
    settled = scene.age_days > SETTLED_DAYS
    if not settled and not chance.happens(closing["share"].get(plan.path, 0)):
        return
    yield later(days=chance.between(closing["days"]))
    if Mark.HELPED in scene.marks:
        leave_support(case, scene.apart("leaving"), sheet("support")["exit"]["reasons"])
    while Mark.PLEADING in scene.marks or _is_hindered(case, by):
        yield later(days=WAIT_DAYS)
    reason = chance.one_of(closing["reasons"][plan.path])
    text = persons.note("closing", chance, reason=reason)["en"]
    scene.marks.add(Mark.CLOSED)
    proposal = propose_closing(case, by=by, reason=reason, note=text)
    yield later(minutes=chance.random.uniform(10, 240))
    if not _is_hindered(case, by):
        approve(proposal, by=scene.people[BUREAU])


def _is_hindered(case: Case, by: User) -> bool:
    """A hearing to come, or somebody who is still asked how they are."""
    with acting_as(by):
        return bool(guards.hindrances(case_with(case.pk), State.CLOSED))
