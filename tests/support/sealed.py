"""A case with something written in every sealed column, and sight of it, for tests of lower rooms.

The tests of a room name no higher room; what they need from one, they ask here.
"""

import hashlib
from contextlib import AbstractContextManager
from uuid import uuid4

from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.standing import unit_for
from amparo.cases.actions.closings import propose_closing
from amparo.cases.actions.decisions import receive, refer
from amparo.cases.actions.files import IDENTITY, open_file
from amparo.cases.actions.measures import take_measure
from amparo.cases.actions.steps import step
from amparo.cases.attachments.actions import attach, examined
from amparo.cases.child.actions.age import appeal_age, decide_age
from amparo.cases.child.actions.encounters import end_encounter, plan_encounter
from amparo.cases.child.actions.family import answer_family_risk
from amparo.cases.child.actions.guardian import appoint_guardian
from amparo.cases.child.actions.interests import Said, weigh_interests
from amparo.cases.child.actions.recruited import note_recruitment
from amparo.cases.child.rules import Assessed, Weighed
from amparo.cases.consents.actions import record_ground
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.machine import State, Track
from amparo.cases.models import Account, Case, Measure
from amparo.cases.queries import case_with, rows_of
from amparo.cases.questions.actions import answer_questions
from amparo.events.actions.missing import note_found, note_missing
from amparo.events.actions.retrafficked import Time, answer_episode, note_episode
from amparo.events.actions.threat import answer_threat, note_threat
from amparo.evidence.tests.story import handed_over, play_evidence
from amparo.exchange.arriving.bringing import say_where_from
from amparo.exchange.arriving.drafts import drafts
from amparo.exchange.models import Batch
from amparo.exchange.records import Package, Record
from amparo.justice.actions.non_punishment import allege, note_reply, plead
from amparo.justice.actions.proceedings import open_proceeding
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from amparo.rights.actions.disagreements import disagree
from amparo.stay.actions.afterwards import confirm_arrival, end_monitoring, travel, visit
from amparo.stay.actions.returning import Risks, assess_risks, decide_return, wish_return
from amparo.vault.actions import make_key_for
from amparo.vault.models import Compartment
from support import files
from support.cast import Cast
from support.screenings import finished_screening
from support.supported import support

# One word each, so that a byte of it in a column or a page is seen at once.
WRITTEN = {field: f"Morvantelle{number}" for number, field in enumerate(IDENTITY)}
ACCOUNT, REASONS, NOTE = "Dorquellane", "Sivrambeth", "Ulmendracht"
PAUSE, NEW = "Yrkandolin", "Pravessine"
OBJECTION = "Halvintrose"
LEAVING = "Ostrembule"
# A guardian's name and contact, why the age was decided so, why it was contested.
OF_CHILD = ("Yssolande", "Pervinquole", "Tarquevand", "Solimbrache")
# What the risk of a family search rests on, what a child said of a recruitment.
OF_FAMILY = ("Wendrigolt", "Pasquendior")
# What a child said of a meeting; the ways that were weighed, the child's own words, the reasons.
OF_MEETINGS = ("Fendraquist", "Orvelmonte", "Quessandrel", "Brimvolgane")
# Where somebody wishes to return and why, what the risks rest on, the plan, what they say there.
OF_RETURN = ("Corvellant", "Dranquisse", "Ulverdance", "Pelquistre", "Tormivand")
# What support keeps: needs in words, a goal, words on the plan, a safe contact, a relative and how
# to reach them, what was said of a service, the plan for later, what was said at a follow-up.
OF_SUPPORT = (
    "Tremboliquet", "Ardonvelle", "Quistrambel", "Solvergante", "Ildemarque", "Fontrevaux",
    "Grenvolisse", "Pardoquine", "Zembrevolt",
)  # fmt: skip
# Where a missing person was last seen, how they were found, what happened again and how it goes on,
# a threat and what was done.
OF_EVENTS = ("Ravenquoit", "Sulvermond", "Kestrovane", "Ombrelisk", "Varquentil", "Dunnamore")
# The number of an office's file, what the person says of acts held against them, a refusal.
OF_JUSTICE = ("Tarnovelisk", "Quendralope", "Sarvintheon")
# What whoever investigates keeps apart from the file, in every sealed column of the evidence.
OF_EVIDENCE = "Zarquenel"
# What the country asks besides.
OF_COUNTRY = "Drevonsqual"
# What another system calls the file, as the first line of what it says.
OF_EXCHANGE = "case: Zandrevoque"
FILE_NAME, ABOUT, CONTENT = "Brevoskant.txt", "Calixtrone", b"Ferrundoval"
# All names folded and four signs of the date, kept beside them for looking through.
SOUGHT = "morvantelle0 morvantelle1 morvantelle2|Morvantelle3"
OF_PERSON = (
    *WRITTEN.values(), ACCOUNT, REASONS, NOTE, PAUSE, NEW, OBJECTION, LEAVING, *OF_CHILD,
    *OF_MEETINGS, *OF_FAMILY, *OF_RETURN, *OF_SUPPORT, *OF_EVENTS, OF_COUNTRY, OF_EXCHANGE,
    *OF_JUSTICE,
)  # fmt: skip
EVERY_TEXT = (*OF_PERSON, SOUGHT, FILE_NAME, ABOUT, hashlib.sha256(CONTENT).hexdigest())
# What no page shows unasked, and no page of the file at all: what is kept apart stands with it.
EVERY_WORD = (*EVERY_TEXT, OF_EVIDENCE)

# Its data keys: for names, for facts, for the attachment; apart, one for each piece of evidence.
KEYS, KEYS_APART = 3, 2


def fully_written(cast: Cast) -> Case:
    """Opened by the police, received, decided with reasons, challenged, flagged, a file added."""
    screening = finished_screening(cast.first_responder)
    case = open_file(screening, by=cast.first_responder, identity=WRITTEN, account=ACCOUNT)
    record_ground(case, by=cast.first_responder, purpose="identification", ground="vital_interest")
    refer(case, by=cast.first_responder)
    units = cast.units
    receive(case, by=cast.coordinator, authority=units["panel"], manager=units["centre_a"])
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        note=REASONS,
        findings=files.NOT_FOUND,
    )
    ask_anew(case, by=cast.manager_a, asked_by="person", grounds=["other"], evidence=NEW)
    take_measure(case, Measure.Kind.COERCION_FLAGGED, by=cast.manager_a, note=NOTE)
    with acting_as(cast.manager_a):
        account = rows_of(Account, case).get()
    answer_questions(case, by=cast.manager_a, answers={"debt": OF_COUNTRY})
    propose_to_close(case, cast, note=LEAVING)
    _doubt_the_age(case, cast)
    _return(case, cast.manager_a)
    support(case, cast, OF_SUPPORT)
    _write_events(case, cast.manager_a)
    disagree(case, account.pk, OBJECTION, by=cast.manager_a)
    came_from_elsewhere(case, OF_EXCHANGE, by=cast.manager_a)
    _stand_before_a_court(case, cast.manager_a)
    file = examined(FILE_NAME, CONTENT)
    attach(case, file, by=cast.manager_a, description=ABOUT)
    investigated(case, cast)
    return case


def investigated(case: Case, cast: Cast) -> Dossier:
    """Handed over, and something written in every sealed column of its evidence."""
    dossier = handed_over(case, cast)
    play_evidence(dossier, cast.investigator, OF_EVIDENCE)
    return dossier


def came_from_elsewhere(case: Case, said: str, *, by: User) -> Batch:
    """As if another system had sent the file: what it says, kept beside what is asked here."""
    record = Record(said.partition(": ")[2], {"vic_TypeOfSexExploitation": "web_cam"})
    unit = unit_for(by, Act.OPEN_FILE)
    with acting_as(by):
        batch = Batch(id=uuid4(), unit=unit, source=str(uuid4()), files=1, by=by, at=clock.now())
        batch.save(force_insert=True)
        (draft,) = drafts(Package(batch.source, [record]))
        say_where_from(case, draft, batch, by=by)
    return batch


def propose_to_close(case: Case, cast: Cast, *, note: str) -> None:
    """Proposed while it was suspended; it goes on where it stood, and the proposal waits."""
    with acting_as(cast.coordinator):
        stood = State(case_with(case.pk).identification)
    step(case, Track.IDENTIFICATION, State.SUSPENDED, by=cast.panel, reason="missing", note=PAUSE)
    propose_closing(case, by=cast.manager_a, reason="contact_lost", note=note)
    step(case, Track.IDENTIFICATION, stood, by=cast.panel, reason="may_go_on")


def _doubt_the_age(case: Case, cast: Cast) -> None:
    """A child for a while, with a guardian; in the end as adult as before."""
    by, panel = cast.manager_a, cast.panel
    name, contact, found, contested = OF_CHILD

    def decide_that(result: str, by: User, note: str = "") -> None:
        decide_age(
            case,
            Assessed(
                result=result, authority="court", methods=("documents",), person_consented=True,
                guardian_consented=True, benefit_of_doubt=False, language="en",
            ),
            by=by, note=note,
        )  # fmt: skip

    decide_that("not_sure", panel)
    appoint_guardian(case, by=by, office="court", conflict="none", name=name, contact=contact)
    _meet_the_child(case, by)
    _tell_of_the_family(case, by)
    decide_that("adult", panel, found)
    appeal_age(case, by=by, lodged_by="guardian", note=contested)
    decide_that("adult", cast.coordinator)


def _meet_the_child(case: Case, by: User) -> None:
    met, options, words, reasons = OF_MEETINGS
    meeting = plan_encounter(case, by=by, kind="interview", office="police", day=today())
    end_encounter(
        case, meeting.pk, by=by, outcome="held", guardian_present=True, words=met,
    )  # fmt: skip
    weighed = Weighed("placement", "for", "guardian", guardian_agrees=True, heard=True)
    weigh_interests(case, weighed, Said(f"{options}\nhere", words, reasons), by=by)


def _tell_of_the_family(case: Case, by: User) -> None:
    risk, recruited = OF_FAMILY
    answer_family_risk(case, by=by, danger="unknown", wished=False, note=risk)
    note_recruitment(
        case, by=by, group="not_known", way="at_work", returned=False, note=recruited
    )  # fmt: skip


def _return(case: Case, by: User) -> None:
    where, words, risk, plan, there = OF_RETURN
    wish_return(
        case, by=by, own=True, topics=("may_stay",), language="en", destination=where, words=words
    )  # fmt: skip
    for place in ("here", "there"):
        risks = Risks("none", "none", "none", "none", "none")
        assess_risks(case, risks, by=by, place=place, note=risk if place == "there" else "")
    decide_return(case, by=by, still_wished=True, language="en", plan=plan)
    travel(case, by=by, day=today(), company="alone")
    confirm_arrival(case, by=by, day=today(), confirmer="service", way="met")
    visit(case, by=by, reached=True, safe="safe", note=there)
    end_monitoring(case, by=by, reason="person")


def _write_events(case: Case, by: User) -> None:
    seen, found, again, onward, threat, done = OF_EVENTS
    lost = note_missing(case, by=by, police="told", last_seen=seen)
    note_found(case, lost.pk, by=by, how="called", note=found)
    time = Time(today(), "day")
    episode = note_episode(case, time, by=by, forms=("BEGGING",), place="street", note=again)
    answer_episode(case, episode.pk, by=by, measures=("plan",), note=onward)
    threatened = note_threat(case, by=by, against=("person",), words=threat)
    answer_threat(case, threatened.pk, by=by, measures=("plan",), note=done)


def _stand_before_a_court(case: Case, by: User) -> None:
    number, said, refused = OF_JUSTICE
    day = today()
    open_proceeding(
        case, by=by, office="court", offences=("trafficking",), day=day, number=number
    )  # fmt: skip
    row = allege(case, by=by, acts=("theft",), stage="charged", office="court", note=said)
    plea = plead(case, row.pk, by=by, office="court", day=day)
    note_reply(case, plea.pk, by=by, answer="refused", day=day, note=refused)


def seeing(user: User) -> AbstractContextManager[None]:
    """One transaction in which the database shows what is shared with `user`."""
    return acting_as(user)


def keep_apart(case: Case, cast: Cast) -> None:
    """A key for evidence and one for health notes, which whoever keeps the file cannot see."""
    apart = {
        Compartment.EVIDENCE: (Purpose.EVIDENCE, cast.investigator, cast.units["brigade"]),
        Compartment.CLINICAL: (Purpose.CARE, cast.manager_a, cast.units["centre_a"]),
    }
    for compartment, (purpose, by, unit) in apart.items():
        own = Recipient.OWN
        share(case.pk, unit, [purpose], by=by, under=OWN_RECORD, recipient=own)
        with seeing(by):
            make_key_for(case.pk, compartment, unit, by=by)
