"""What a browser would send to each address that takes a form; each form has a key of its own."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from amparo.methods import clock
from support.cast import Cast

DATA: dict[str, dict[str, Any]] = {
    "account_login": {"login": "nobody@example.org", "password": "a wrong one"},
    "account_reset_password": {"email": "nobody@example.org"},
    "set_language": {"language": "fr"},
    "proposal": {"decision": "approve"},
    "log_ask": {"reason": "Asked for by the commission."},
    "cases:consent": {
        "purpose": "support", "recipients": "bureau", "language": "en", "how": "signed",
        "given_by": "person",
    },
    "cases:ground": {"purpose": "support", "ground": "vital_interest"},
    "cases:end_consent": {"how": "signed"},
    "cases:narrow_consent": {"recipients": "bureau", "how": "signed"},
    "cases:end": {"outcome": "not_referred", "reason": "adult_declined"},
    "cases:decide": {
        "outcome": "presumed", "reason": "grounds_found", "note": "Two accounts.",
        "standing_0": "found", "evidence": "signs",
    },
    "cases:reconsider": {"asked_by": "person", "grounds": "new_evidence"},
    "cases:notice": {"language": "en"},
    "cases:told": {
        "printed": "en", "language": "en", "how": "handed_over", "interpreter": "none_needed",
    },
    "cases:withdraw": {"reason": "consent_withdrawn"},
    "cases:close": {"reason": "support_completed"},
    "cases:signal": {"danger": "no", "channel": "tip"},
    "cases:reopen": {"reason": "new_facts"},
    "cases:queue": {"chosen": "A-2020-00001:", "to": "nobody"},
    "cases:carrier": {"to": "nobody"},
    "cases:extend": {"amount": "1", "reason": "health"},
    "cases:questions": {"also_interpreter_wish": "man"},
    "cases:step": {"state": "reported"},
    "cases:open": {"given_name": "Verrantisse", "account": "Seen at the gate."},
    "cases:identity": {"purpose": "safety"},
    "cases:accounts": {"purpose": "safety"},
    "cases:correct": {"given_name": "Verrantisse"},
    "cases:add_account": {"text": "Seen at the gate."},
    "administration:invite": {
        "given_name": "Oriel", "family_name": "Vantassere", "email": "oriel@example.org",
    },
    "administration:new_unit": {"name_en": "Desk", "name_fr": "Bureau"},
    "administration:new_organisation": {"name_en": "Desk", "name_fr": "Bureau", "kind": "other"},
    "administration:confirm": {"reason": "They called from their desk."},
    "administration:place": {"reason": "They begin on Monday."},
    "account_welcome": {"password": "x", "again": "x"},
    "cases:emergency": {"reference": "A-2020-00001", "reason": "Nobody answers tonight."},
    "cases:review": {"outcome": "justified", "reason": "The desk was called."},
    "cases:attachments": {"purpose": "safety"},
    "cases:download": {"purpose": "safety"},
    "cases:find": {"name": "Tikomarech", "purpose": "duplicate"},
    "cases:child_words": {"purpose": "safety"},
    "cases:child_deed": {"reason": "replaced"},
    "cases:child_row": {"outcome": "held", "guardian_present": "yes"},
    "links:together": {"danger": "no", "channel": "inspection", "unnamed": "2"},
    "links:links_deed": {"reference": "A-2020-00001", "kind": "offender"},
    "cases:measure": {"note": "Told to the office."},
    "rights:copy": {
        "language": "fr", "identity": "print", "written": "print", "services": "print",
        "looked": "print",
    },
    "rights:ask_copy": {
        "recipient": "lawyer", "proof": "mandate", "shape": "paper",
        "reason": "For the hearing.", "language": "fr",
        "identity": "print", "written": "print", "services": "not_needed", "looked": "not_needed",
    },
    "exchange:exchange_words": {"purpose": "safety"},
    "rights:restrict": {"ground": "contested", "asked_by": "person"},
    "rights:lift": {"told": "on"},
    "rights:erase": {
        "ground": "objection", "asked_by": "person", "reason": "Asked for at the centre.",
    },
    "rights:refuse_erasure": {"reason": "proceedings"},
    "rights:disagree": {"text": "It was not so."},
    "justice:offenders_words": {"purpose": "safety"},
    "justice:offenders_deed": {
        "role": "exploited", "relation": "employer", "legal_person": "no", "name": "Drastivome",
    },
    "justice:offenders_row": {"reference": "A-2020-00001", "pseudonym": "Zinc"},
    "justice:proceedings_words": {"purpose": "safety"},
    "justice:proceedings_deed": {"office": "court", "offences": "smuggling", "day": "2026-01-02"},
    "justice:proceedings_row": {"stage": "judged", "day": "2026-01-02"},
    "justice:assets_words": {"purpose": "safety"},
    "justice:assets_deed": {
        "kind": "cash", "value": "10", "currency": "EUR", "state": "frozen", "day": "2026-01-02",
    },
    "justice:assets_row": {"state": "confiscated", "day": "2026-01-02"},
    "evidence:matrix_deed": {"form": "BEGGING", "since": "2026-01-03", "child": "no"},
    "evidence:matrix_row": {
        "kind": "handed_over", "giver": "Vale", "receiver": "Laboratory", "place": "Quay 4",
        "reason": "To be looked at.",
    },
    "evidence:items": {"purpose": "evidence"},
    "evidence:item": {"purpose": "evidence"},
    "evidence:original": {"purpose": "evidence"},
    "evidence:read": {"step": "look"},
    "evidence:flow": {"purpose": "evidence"},
    "evidence:add": {
        "source": "document", "description": "The ledger.", "found_on": "2026-01-03",
        "place": "Quay 4", "finder": "Vale",
    },
    "justice_file:justice_words": {"purpose": "safety"},
    "support:health": {"purpose": "safety"},
    "support:add_health": {"kind": "talk", "text": "Slept."},
    "support:support_words": {"purpose": "safety"},
    "support:support_deed": {"channel": "none", "message": "no"},
    "support:support_row": {"useful": "yes", "safe": "yes", "respected": "yes"},
    "justice_file:justice_row": {"what": "lawyer"},
    "justice_file:non-punishment_words": {"purpose": "safety"},
    "justice_file:non-punishment_deed": {"acts": "theft", "stage": "charged", "office": "court"},
    "justice_file:non-punishment_row": {"office": "court", "day": "2026-01-02"},
    "referrals:need": {"kind": "shelter", "urgency": "tonight", "region": "north"},
    "referrals:wish": {"wish": "wanted"},
    "referrals:move": {"move": "offer:nowhere"},
    "referrals:decline": {"reason": "full"},
    "referrals:ask": {"codes": ["animal"]},
    "referrals:answer": {"answer": "yes"},
    "events:events_words": {"purpose": "safety"},
    "events:events_deed": {"against": "person"},
    "events:events_row": {"measures": "plan"},
    "stay:stay_words": {"purpose": "safety"},
    "stay:stay_deed": {"ground": "asylum", "since": "2026-01-01", "until": "2099-01-01"},
    "stay:stay_row": {"what": "refused"},
    "directory:places": {"free": 1},
    "directory:count": {"change": 1},
    "directory:where": {"region": "QV01", "address": "6 Balance Street"},
    "directory:tell": {"units": []},
    "hsds:services": {"full": True},
    "hsds:service_at_locations": {"full": True},
    "api:services": {"full": True, "kind": "shelter", "sex": "F", "age": 30},
    "api:service_at_locations": {"full": True},
    "commitments:new_institution": {"name_en": "Court", "name_fr": "Cour"},
    "commitments:change_institution": {"name_en": "Court", "name_fr": "Cour"},
    "commitments:bond": {"kind": "none"},
    "commitments:charge": {"institution": ""},
    "commitments:progress": {"state": "open", "why": "Nobody has begun."},
    "commitments:new_action": {"title": "A decree", "state": "planned"},
    "commitments:change_action": {"title": "A decree"},
    "commitments:step": {"state": "done"},
    "commitments:ask_evidence": {"text": "The list is public."},
    "commitments:action_evidence": {"text": "The list is public."},
    "commitments:sent": {"opens": "2026-07-30", "sent_on": "2026-08-01"},
    "commitments:link_texts": {"kind": "again"},
    "commitments:two_asks": {"same": "yes"},
    "directory:import_every": {"every": "same"},
}  # fmt: skip

SHEETS = {
    "arrivals:arrive": b"case,prs_FirstName\n1,Verrantisse\n",
    "directory:imports": b"id,name,kind,region,organisation\n1,Aster House,shelter,QV01,Aster\n",
}


INTERFACES = ("hsds:", "api:")
JSON = "application/json"


def as_json(name: str, method: str) -> dict[str, str]:
    """How an address is sent what it takes: a form's way, or that of an interface for programs."""
    return {"content_type": JSON} if method == "POST" and name.startswith(INTERFACES) else {}


def sent(name: str, cast: Cast) -> dict[str, Any]:
    key = {} if name.startswith(INTERFACES) else {"key": uuid4()}
    data = {**DATA.get(name, {}), **key}
    if name == "evidence:matrix_row":
        return data | {"when": f"{clock.now():%Y-%m-%dT%H:%M}"}
    if name in ("cases:attach", "evidence:add"):
        return data | {"file": SimpleUploadedFile("note.txt", b"Seen at the gate.")}
    if name == "justice_file:justice_deed":
        return data | {"unit": cast.units["brigade"].pk}
    if name in SHEETS:
        return data | {"source": "Centre", "file": SimpleUploadedFile("rows.csv", SHEETS[name])}
    if name in ("cases:receive", "cases:share_again"):
        units = {"authority": cast.units["panel"], "manager": cast.units["centre_a"]}
        return data | {field: unit.pk for field, unit in units.items()}
    return data
