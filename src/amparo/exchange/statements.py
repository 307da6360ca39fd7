"""What only goes out: what was done and decided here, which another system keeps as our word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.exchange import codes
from amparo.exchange.mapping import FILES, standard
from amparo.exchange.records import Row, joined
from amparo.people.codes import listed
from amparo.people.country import day_of
from amparo.people.models import Organisation, Unit
from amparo.referrals.models import Need, Offer
from amparo.support.models import Goal

SEEN = frozenset({"seen", "told", "documented"})
YES = "true"
DIED = "died"
SERVICES = "AdditionalServicesRequired"


@dataclass(frozen=True)
class Source:
    """A file with all that its statements are made of.

    `marks`: sign -> how somebody knows it; `acts`: what was done to bring the person here.
    """

    case: Case
    closed_for: str
    decider: Unit | None
    marks: Mapping[str, str]
    acts: tuple[str, ...]
    way: str
    consents: bool
    needs: tuple[Need, ...]
    placed: tuple[Offer, ...]
    goals: tuple[Goal, ...]


def stated(source: Source) -> Row:
    found = {
        each.code: SAID[each.converter](source)
        for each in standard().of_table(FILES)
        if each.way == "out"
    }
    return {code: text for code, text in found.items() if text}


def tables(source: Source, accounts: list[str]) -> dict[str, list[Row]]:
    referrals = [_came_from(source), *map(_went_to, source.placed)]
    organisations = [source.case.unit.organisation]
    organisations += [offer.unit.organisation for offer in source.placed]
    found = {
        "organisations": [_organisation(each) for each in dict.fromkeys(organisations)],
        "referrals": referrals,
        "comments": [{"cco_CaseComment": text} for text in accounts],
        "events": [{"hte_Type": phase} for phase in _phases(source.acts)],
        "plans": _plans(source),
    }
    return {table: rows for table, rows in found.items() if rows}


def _status(source: Source) -> str:
    """Closed, suspended, reopened: what was last found of the person still counts."""
    return standard().status_of_states.get(source.case.identification, "")


def _decider(source: Source) -> str:
    mandates = source.decider.mandates if source.decider else []
    said = (standard().deciders.get(mandate, "") for mandate in mandates)
    return next((code for code in said if code), "Other" if mandates else "")


def _control(source: Source) -> str:
    signs = standard().signs
    held = (signs.get(sign, "") for sign, mark in source.marks.items() if mark in SEEN)
    return codes.said_all("control", (code for code in held if code))


def _industry(source: Source) -> str:
    return codes.said_all("forms", source.case.forms, "htcds_industry")


def _case_status(source: Source) -> str:
    if source.case.identification != State.CLOSED:
        return "Active"
    return codes.said("closure_reasons", source.closed_for) or "Closed"


def _closure(source: Source) -> str:
    reasons = listed("closure_reasons")
    return reasons.label(source.closed_for, "en") if source.closed_for in reasons else ""


SAID: Mapping[str, Callable[[Source], str]] = {
    "deceased": lambda source: YES if source.closed_for == DIED else "",
    "status": _status,
    "decider": _decider,
    "recruitment": lambda source: codes.said("recruitment", source.way),
    "control": _control,
    "industry": _industry,
    "case_status": _case_status,
    "closure": _closure,
    "consent": lambda source: YES if source.consents else "",
}  # fmt: skip


def _came_from(source: Source) -> Row:
    return {
        "cas_ReferringOrganisation": source.case.unit.organisation.name_en,
        "cas_IncomingReferralDate": _day(source.case.opened_at),
    }


def _went_to(offer: Offer) -> Row:
    return {
        "cas_ReferredOrganisation": offer.unit.organisation.name_en,
        "cas_ReasonForOutgoingReferral": SERVICES,
        "cas_OutgoingReferralDate": _day(offer.answered_at or offer.at),
        "cas_OutgoingReferralDetails": listed("services").label(offer.need.kind, "en"),
    }


def _organisation(organisation: Organisation) -> Row:
    kind = standard().organisation_kinds.get(organisation.kind, "")
    return {"org_Name": organisation.name_en, **({"org_Type": kind} if kind else {})}


def _phases(acts: tuple[str, ...]) -> list[str]:
    return joined(codes.said("acts", act) for act in acts).split(";") if acts else []


def _plans(source: Source) -> list[Row]:
    """Each goal with its days; then what was asked for beside them."""
    planned = {goal.service for goal in source.goals}
    asked = (need.kind for need in source.needs if need.kind not in planned)
    kinds = (codes.said("services", kind) for kind in asked)
    return [*map(_goal, source.goals), *({"spl_Type": kind} for kind in kinds if kind)]


def _goal(goal: Goal) -> Row:
    kind, over = codes.said("services", goal.service), getattr(goal, "end", None)
    return {
        **({"spl_Type": kind} if kind else {}),
        "spl_PlannedEndDate": goal.until.isoformat(),
        **({"spl_ActualEndDate": _day(over.at)} if over else {}),
    }


def _day(moment: datetime) -> str:
    day: date = day_of(moment)
    return day.isoformat()
