"""Two files and everything around them, so that each address has something to show or refuse.

Every text that somebody may not read is a word that occurs nowhere else: found in a response, it
leaked.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test.utils import override_settings

from access.commitments import of_the_commitments
from amparo.access.acting import acting_as
from amparo.access.actions import OWN_RECORD, freeze, share, thaw
from amparo.access.glass.actions import open_in_emergency, review
from amparo.access.log_exports.actions import ask_for_rows
from amparo.access.policy import THE_FILE, Act, Recipient
from amparo.access.two_persons import Kind, approve, propose, register
from amparo.administration.actions.places import ask_for_place
from amparo.audit.actions import check_the_log, once
from amparo.cases.actions.files import SEALED, open_file
from amparo.cases.actions.measures import take_measure
from amparo.cases.attachments.actions import attach, examined
from amparo.cases.calendars.actions import make_calendar
from amparo.cases.child.queries import open_encounters
from amparo.cases.child.tests.story import play_child_route
from amparo.cases.clocks.actions import extend
from amparo.cases.consents.actions import (
    end_ground,
    record_consent,
    record_ground,
    withdraw_consent,
)
from amparo.cases.consents.queries import grounds_of, live_consents
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.notices.actions import record_notice
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.machine import State
from amparo.cases.models import Account, Case, Measure
from amparo.cases.notices.actions import tell
from amparo.cases.notifications.actions import notify
from amparo.cases.queries import rows_of
from amparo.cases.questions.actions import answer_questions
from amparo.cases.queues.actions import assign
from amparo.cases.signals.actions import note_signal
from amparo.commitments.actions import load_asks
from amparo.commitments.queries import asks
from amparo.directory.hsds import ids
from amparo.directory.imports.tests.files import looked, row
from amparo.directory.models import Service
from amparo.events.queries import open_threats
from amparo.events.tests.steps import threatened
from amparo.events.tests.story import play_events
from amparo.evidence.tests.story import play_evidence
from amparo.justice.actions.handing import keep_in_step
from amparo.justice.queries.assets import assets_of
from amparo.justice.queries.non_punishment import allegations_of
from amparo.justice.queries.offenders import offenders_of
from amparo.justice.queries.proceedings import open_hearings, proceedings_of
from amparo.justice.tests.story import dossier_for, play_justice
from amparo.links.actions.linking import end_link, link, tell_apart
from amparo.links.actions.looking import look_for_same
from amparo.links.actions.merging import propose_merge
from amparo.methods import clock
from amparo.people.models import Unit, User
from amparo.people.queries import as_of_now
from amparo.referrals.actions.offers import accept
from amparo.referrals.asking.actions import answer_question, ask
from amparo.rights.actions.copies import give_copy
from amparo.rights.actions.disagreements import disagree
from amparo.rights.actions.erasures import ask_erasure, refuse_erasure
from amparo.rights.copy_exports.actions import ask_for_copy
from amparo.screening import actions as screenings
from amparo.stay.models import Stay
from amparo.stay.tests.story import play_stay
from amparo.support.actions.health import note_health
from amparo.support.queries import taken_offers
from amparo.support.tests.story import play_support
from amparo.vault.actions import make_keys
from amparo.vault.erasure import erase
from support import files
from support.cast import Cast, make_cast
from support.factors import with_app
from support.screenings import finished_screening
from support.sealed import came_from_elsewhere, propose_to_close

BATCH = uuid4()
QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"
OTHER_IDENTITY = {field: f"Ostrivalde {field}" for field in SEALED}
OTHER_ACCOUNT = "The person said that the agent Pelquathar holds the debt."
NOTE = "Made to carry the parcel of Ulmendracht."
OBJECTION = "It was not Wexlorind who said that."
LEAVING = "She left by the ferry of Ostrembule."
OVERLOOKED = "A receipt of the mill at Gravondelle."
DECIDED = "The ledger of Tarvenquole agrees with the hours."
CHILD_FACTS = ("Yssolande", "Halvorquist")
EVIDENCE = ("Drastivome", "Corvantelle", "Zarquenelle")
HEALTH = "Orbandrelle"
SUPPORT_FACTS = ("Tessavornel", "Umbradeskoi")
ELSEWHERE = "Branquivold"
# The number of a file of an office, what the person said, an office's reasons.
OF_JUSTICE = ("Tarnovelisk", "Quendralope", "Sarvintheon")
ANSWERED = {"debt": "Two hundred to the house of Calvendrosk.", "interpreter_wish": "woman"}
OF_STAY, OF_EVENTS = "Velcandrosse", "Lorvequine"
FACTS = (
    "Quibrandel", "Ulmendracht", "Wexlorind", "Ostrembule", "Tarvenquole", "Gravondelle",
    "Calvendrosk",
)  # fmt: skip
ATTACHED = ("Skarvundel", "Mirquandhe", "Ostelbraun")


@dataclass(frozen=True)
class File:
    """A case, what names it, and what is sealed in it, by compartment."""

    case: Case
    readers: frozenset[str]
    identity: tuple[str, ...]
    facts: tuple[str, ...]
    attached: tuple[str, ...] = ()
    known_to: frozenset[str] = frozenset()  # by its dossier, and no more
    evidence: tuple[str, ...] = ()  # of the dossier
    support: tuple[str, ...] = ()  # facts too, on the page of the support
    health: tuple[str, ...] = ()  # of one unit alone
    justice: tuple[str, ...] = ()  # facts too, on the pages of justice and non-punishment

    @property
    def names(self) -> tuple[str, ...]:
        return (self.case.reference, self.case.pseudonym)


@dataclass(frozen=True)
class House:
    """A confidential house: a word of its address, and who was told it."""

    pk: UUID
    address: str
    known_to: frozenset[str]


@dataclass(frozen=True)
class World:
    cast: Cast
    shared: File
    elsewhere: File
    child: File
    returned: File
    house: House
    arguments: dict[str, dict[str, Any]]

    @property
    def files(self) -> tuple[File, ...]:
        return (self.shared, self.elsewhere, self.child, self.returned)


@override_settings(PASSWORD_HASHERS=[QUICK])
def make_world() -> World:
    """Everything by the actions that a click calls; the bureau, which sees every file, looks on."""
    cast = make_cast()
    for user in cast.users.values():
        with_app(user)
    load_asks()
    with acting_as(cast.coordinator):
        case = files.received(cast)
        _write_each_kind_of_row(case, cast.manager_a)
        extend(case, "first_decision", by=cast.panel, amount=1, reason="health")
        _give_to_the_coordinator(case, cast)
        with clock.at(clock.now() + timedelta(days=40)):
            tell(by=as_of_now(cast.panel))
        _refuse_to_erase(case, cast)
        take_measure(case, Measure.Kind.COERCION_FLAGGED, by=cast.manager_a, note=NOTE)
        _decide_and_ask_anew(case, cast)
        answer_questions(case, by=cast.manager_a, answers=ANSWERED)
        propose_to_close(case, cast, note=LEAVING)
        notify(case, "adult_declined")
        note_signal(by=cast.manager_b, key=uuid4(), channel="tip", danger=False)
        name, about, content = ATTACHED
        file = examined(f"{name}.txt", content.encode())
        attached = attach(case, file, by=cast.manager_a, description=about)
        taken = accept(files.offered(cast, case, unit="second_shelter"), by=cast.second_provider)
        play_support(case, taken, cast, SUPPORT_FACTS)
        note_health(case, by=cast.second_provider, kind="examination", text=HEALTH)
        other = _opened_by(cast.manager_b)
        _erase_one(cast.units["bureau"], cast.coordinator)
        arguments = _arguments(cast, case)
        arguments["cases:download"] = {"attachment": attached.pk, "copy": "cleaned"}
        child = _child(cast)
        batch = came_from_elsewhere(child.case, ELSEWHERE, by=cast.manager_a)
        arguments["arrivals:batch"] = {"batch": batch.pk}
        for name in ("exchange:exchange", "exchange:exchange_words"):
            arguments[name] = {"reference": child.case.reference}
        for name in ("cases:child", "cases:child_words", "cases:child_deed"):
            arguments[name] = {"reference": child.case.reference, "deed": "guardian-end"}
        arguments["cases:child_row"] = _open_meeting(child.case)
        play_justice(case, child.case, cast, (*EVIDENCE[:2], *OF_JUSTICE))
        arguments |= _written_of_justice(case, cast)
        _belong_together(case, child.case, cast.manager_a)
        for name in ("links:links_deed", "links:links_row"):
            arguments[name] = {"reference": child.case.reference, "deed": "link"}
        arguments["links:links_row"] |= {"deed": "apart", "row": case.pk}
        returned = _returned(cast)
        arguments |= _of_stay(returned.case)
        arguments |= _evidence(case, cast)
        told = frozenset({"provider", "manager_a"})
        house = House(arguments["directory:tell"]["place"], files.HIDDEN, told)
        return World(cast, _shared(case), _elsewhere(other), child, returned, house, arguments)


def _give_to_the_coordinator(case: Case, cast: Cast) -> None:
    by = cast.coordinator
    assign({case.reference: None}, by=by, unit=cast.units["bureau"], to=by, batch=BATCH)


def _opened_by(user: User) -> Case:
    screening = finished_screening(user)
    return open_file(screening, by=user, identity=OTHER_IDENTITY, account=OTHER_ACCOUNT)


def _erase_one(unit: Unit, by: User) -> None:
    """A case of which nothing is left but the certificate that it was erased."""
    gone = uuid4()
    share(gone, unit, THE_FILE, by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    make_keys(gone, by=by)
    erase(gone, by=by, reason="retention_over")


def _write_each_kind_of_row(case: Case, by: User) -> None:
    record_ground(case, by=by, purpose="support", ground="vital_interest")
    consent = record_consent(
        case, by=by, purpose="police", recipients="bureau", language="en", how="signed",
        given_by="person",
    )  # fmt: skip
    withdraw_consent(consent, by=by, how="oral_witness")
    disagree(case, about(case), OBJECTION, by=by)
    give_copy(case, by=by, language="en", left_out={"identity": "asked"})
    end_ground(record_ground(case, by=by, purpose="health", ground="vital_interest"), by=by)
    check_the_log()
    with once(uuid4(), by=by) as first:
        assert first


def _decide_and_ask_anew(case: Case, cast: Cast) -> None:
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        note=DECIDED,
        findings=files.NOT_FOUND,
    )
    record_notice(
        case, by=cast.manager_a, printed="en", language="en", how="read_aloud",
        interpreter="none_needed",
    )  # fmt: skip
    ask_anew(
        case, by=cast.manager_a, asked_by="person", grounds=["new_evidence"], evidence=OVERLOOKED
    )


def _refuse_to_erase(case: Case, cast: Cast) -> None:
    ask_erasure(
        case, by=cast.manager_a, ground="objection", asked_by="person", reason="Asked there."
    )
    refuse_erasure(case, by=cast.coordinator, reason="proceedings")


def about(case: Case) -> UUID:
    """A text of the case that a disagreement can stand beside."""
    return rows_of(Account, case).in_order()[0].pk


def _shared(case: Case) -> File:
    """Referred by the police, received by the bureau, placed in one shelter, offered to another."""
    readers = {"first_responder", "manager_a", "panel", "coordinator", "second_provider"}
    identity = tuple(files.IDENTITY.values())
    known = frozenset({"investigator"})
    return File(
        _known_as(case, "Quillonbrast"), frozenset(readers), identity, FACTS, ATTACHED, known,
        EVIDENCE,
        SUPPORT_FACTS, (HEALTH,), OF_JUSTICE,
    )  # fmt: skip


def _elsewhere(case: Case) -> File:
    """Opened by another centre; the bureau, which oversees every case, is its only other reader."""
    readers = frozenset({"manager_b", "coordinator"})
    return File(_known_as(case, "Vexilarche"), readers, ("Ostrivalde",), ("Pelquathar",))


def _child(cast: Cast) -> File:
    """A child's file, with everything that the Child route can hold."""
    case = files.received(cast, age="not_sure")
    play_child_route(case, cast, CHILD_FACTS)
    readers = frozenset({"first_responder", "manager_a", "panel", "coordinator"})
    known = frozenset({"investigator"})
    return File(_known_as(case, "Brindelquay"), readers, (), (*CHILD_FACTS, ELSEWHERE), (), known)


def _written_of_justice(case: Case, cast: Cast) -> dict[str, dict[str, Any]]:
    """A row for each form that is about one, on both sides of the wall."""
    with acting_as(cast.investigator):
        dossier = dossier_for(cast.investigator, case)
        offender, asset = offenders_of(dossier)[0].pk, assets_of(dossier)[0].pk
        proceeding = proceedings_of(case.pk)[0].pk
    with acting_as(cast.manager_a):
        hearing, held = open_hearings(case.pk)[0].pk, allegations_of(case)[-1].pk
    return {
        "justice:offenders_row": {"deed": "same", "row": offender},
        "justice:assets_row": {"deed": "asset-step", "row": asset},
        "justice:proceedings_row": {"deed": "stage", "row": proceeding},
        "justice_file:justice_row": {"deed": "prepare", "row": hearing},
        "justice_file:non-punishment_row": {"deed": "plead", "row": held},
        "justice_file:letter": {"row": held},
    }


def _evidence(case: Case, cast: Cast) -> dict[str, dict[str, Any]]:
    """A list that nobody has agreed to yet leaves for nobody."""
    by = cast.investigator
    item, table, asked = play_evidence(dossier_for(by, case), by, EVIDENCE[2])
    return {
        "evidence:matrix_deed": {"deed": "episode"},
        "evidence:matrix_row": {"deed": "custody", "row": item.pk},
        "evidence:item": {"item": item.pk}, "evidence:original": {"item": item.pk},
        "evidence:read": {"item": table.item_id}, "evidence:flow": {"table": table.pk},
        "evidence:list": {"export": asked.subject},
    }  # fmt: skip


def _belong_together(case: Case, other: Case, by: User) -> None:
    """Every kind of row between two files, and of a look; what was proposed is not decided."""
    link(case, by=by, reference=other.reference, kind="family", relation="sibling")
    ended = link(case, by=by, reference=other.reference, kind="offender")
    end_link(case, ended.pk, by=by)
    look_for_same(other, by=by)
    tell_apart(case, other.pk, by=by)
    propose_merge(other, case.pk, by=by, goes_on="other", ground="paper")


def _open_meeting(case: Case) -> dict[str, Any]:
    row = open_encounters(case)[0].pk
    return {"reference": case.reference, "deed": "meeting-end", "row": row}


def _returned(cast: Cast) -> File:
    """An adult's file, with everything that a stay, a return and events can hold."""
    case = files.received(cast)
    play_stay(case, cast, OF_STAY)
    play_events(case, cast, OF_EVENTS)
    threatened(case, by=cast.manager_a)
    readers = frozenset({"first_responder", "manager_a", "panel", "coordinator"})
    return File(_known_as(case, "Ambrinquelle"), readers, (), (OF_STAY, OF_EVENTS))


def _of_stay(case: Case) -> dict[str, dict[str, Any]]:
    row, at = rows_of(Stay, case).newest_first()[0].pk, {"reference": case.reference}
    return {
        "stay:stay": at,
        "stay:stay_words": at,
        "stay:stay_deed": {**at, "deed": "permit"},
        "stay:stay_row": {**at, "deed": "stay-step", "row": row},
        "events:events": at,
        "events:events_words": at,
        "events:events_deed": {**at, "deed": "threat"},
        "events:events_row": {**at, "deed": "threat-answer", "row": open_threats(case)[0].pk},
    }


def _known_as(case: Case, pseudonym: str) -> Case:
    """The product's own pseudonyms are everyday words, which a page may hold by chance."""
    case.pseudonym = pseudonym
    case.save(update_fields=["pseudonym"])
    keep_in_step(case)
    return case


def _arguments(cast: Cast, case: Case) -> dict[str, dict[str, Any]]:
    """What stands in the addresses: by the name of the argument, or of address and argument."""
    offer, own = files.offered(cast, case), cast.first_responder
    consent = live_consents(case)[0]
    paragraph = asks()[0]
    known, open_ = ask(offer, ["medicine_tonight", "cot"], by=cast.provider)
    answer_question(known, "yes", by=own)
    house = {"place": files.hidden(cast, offer.service, told=("centre_a",)).pk}
    deeds = ("tell", "open_place", "remove_place")
    return {
        **{f"directory:{deed}": house for deed in deeds},
        "": {
            "reference": case.reference, "need": offer.need_id, "offer": offer.pk,
            "slug": offer.service.slug, "consent": consent.pk, "question": open_.pk,
            "ground": grounds_of(case)[0].pk, "kind": "coercion_flagged", "track": "justice",
            "rule": "reconsideration", "secret": make_calendar(by=cast.second_provider),
            "about": about(case), "pk": _draft(own),
            "screening": finished_screening(own).pk,
            "proposal": _proposed(case, cast.manager_a),
            "glass": _opened_this_morning(case, cast),
            "unit": cast.units["second_shelter"].pk, "batch": BATCH,
            "user": cast.stranger.pk, "token": "none-such",
            "place": _waits_for_a_second_yes(cast),
            "export": _agreed_export(cast), "copy_export": _agreed_copy(case, cast),
            "key": paragraph.document_id, "number": paragraph.number, "uidb36": "0",
            "imported": looked(row(), by=cast.coordinator).pk, "shape": "csv", "step": "now",
        },
        "justice:offenders_deed": {"deed": "offender"},
        "justice:proceedings_deed": {"deed": "proceeding"},
        "justice:assets_deed": {"deed": "asset"},
        "justice_file:justice_deed": {"deed": "hand-over"},
        "support:support_deed": {"deed": "contact"},
        "support:support_row": {"deed": "feedback", "row": taken_offers(case)[0].pk},
        "justice_file:non-punishment_deed": {"deed": "allege"},
        "screening:question": {"slug": "danger"},
        "mfa_remove_webauthn": {"pk": 1}, "mfa_edit_webauthn": {"pk": 1},
        "account_unlink": {"pk": 1}, "account_sign_on": {"code": "nowhere"},
        "account_sign_on_return": {"code": "nowhere"},
        "screening:result": {"pk": case.screening_id},
        "referrals:offer": {"slug": files.service(cast, unit="second_shelter").slug},
        **_of_the_directory(offer.service, house["place"]),
        **of_the_commitments(cast),
        "referrals:wish": {"slug": files.service(cast, unit="second_shelter").slug},
    }  # fmt: skip


def _of_the_directory(service: Service, place: UUID) -> dict[str, dict[str, Any]]:
    """For programs: a confidential house, that it is somewhere, and the code of its need."""
    rows = {
        "one_service": service.pk,
        "one_organization": service.unit.organisation_id,
        "one_service_at_location": place,
        "one_taxonomy": ids.of_taxonomy("services"),
        "one_taxonomy_term": ids.of_term("services", "shelter"),
    }
    spaces = ("hsds", "api")
    return {f"{space}:{name}": {"id": row} for space in spaces for name, row in rows.items()}


def _agreed_export(cast: Cast) -> UUID:
    """Rows of the log that a second person has let the auditor take today."""
    proposal = ask_for_rows({"decision": "deny"}, by=cast.auditor, reason="For the commission.")
    approve(proposal, by=cast.coordinator)
    return proposal.subject


def _agreed_copy(case: Case, cast: Cast) -> UUID:
    """For the person's lawyer, to be taken by the manager until tomorrow."""
    record_ground(case, by=cast.manager_a, purpose="legal_aid", ground="legal_duty")
    proposal = ask_for_copy(
        case, by=cast.manager_a, recipient="lawyer", proof="mandate", language="en",
        left_out={"looked": "not_needed"}, reason="For the hearing.",
    )  # fmt: skip
    approve(proposal, by=cast.coordinator)
    return proposal.subject


def _opened_this_morning(case: Case, cast: Cast) -> UUID:
    """The hours are over: what is left is what others are told. One is reviewed, one is not."""
    why = "Nobody answered the telephone."
    freeze(cast.manager_b, by=cast.administrator)
    thaw(cast.manager_b, by=cast.coordinator)
    with clock.at(clock.now() - timedelta(hours=5)):
        first = open_in_emergency(case.pk, by=as_of_now(cast.manager_b), reason=why)
    review(first, by=cast.auditor, outcome="justified", reason="The desk was called.")
    with clock.at(clock.now() - timedelta(hours=3)):
        return open_in_emergency(case.pk, by=as_of_now(cast.manager_b), reason=why).pk


def _waits_for_a_second_yes(cast: Cast) -> UUID:
    """The stranger is to join a shelter. Gives their place of today."""
    shelter, by = cast.units["shelter"], as_of_now(cast.administrator)
    ask_for_place(cast.stranger, shelter, by=by, reason="They begin on Monday.")
    return cast.stranger.memberships.live().get().pk


def _proposed(case: Case, by: User) -> UUID:
    """Of a kind that only these tests have; the product's own kinds ask for more than a case."""
    register(Kind("test", "Does nothing", Act.CLOSE, Act.CLOSE, lambda proposal, by: None))
    return propose("test", by=by, subject=case.pk, case=case.pk, reason="to look at").pk


def _draft(by: User) -> UUID:
    return screenings.start(by=by, key=uuid4()).pk
