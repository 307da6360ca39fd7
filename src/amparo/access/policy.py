"""Who may do what: the first wall, as data and pure functions (ADR 7).

An act needs a mandate; an act on a case also needs the case to be shared, for the purpose that the
act serves, with the same unit whose mandate it is: two units' rights never add up to a third.
Source: default matrix of who may see what, referral mechanism B5.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.people.models import Mandate

FR, CA, CO = Mandate.FIRST_RESPONDER, Mandate.COMPETENT_AUTHORITY, Mandate.COORDINATOR
CM, SP = Mandate.CASE_MANAGEMENT, Mandate.SERVICE_PROVIDER
LE, PR = Mandate.LAW_ENFORCEMENT, Mandate.PROSECUTION
DP, AD = Mandate.DATA_PROTECTION, Mandate.ADMINISTRATION
NR = Mandate.RAPPORTEUR


class Purpose(models.TextChoices):
    """What a case is shared with a unit for.

    Evidence is apart from the file: who investigates sees no casework, who cares for the person no
    evidence. Care is each service's own: what it notes of somebody's health opens to nobody else.
    """

    CASEWORK = "casework", _("casework")
    IDENTITY = "identity", _("identity")
    EVIDENCE = "evidence", _("evidence")
    CARE = "care", _("care")


# What a unit gets that works with the person.
THE_FILE = (Purpose.CASEWORK, Purpose.IDENTITY)


class Recipient(models.TextChoices):
    """Whom a case is shared with: a consent names the others, a unit's own record needs none."""

    OWN = "own", _("the unit's own record")
    BUREAU = "bureau", _("the bureau and the competent authority")
    SERVICES = "services", _("the services that help the person")
    JUSTICE = "justice", _("the police and the prosecutor")


# The consent purpose under which the bureau and the competent authority come to a file.
IDENTIFICATION = "identification"
# The one under which the police or the prosecutor are told.
POLICE = "police"


def recipient_of(consent_purpose: str) -> Recipient:
    """Whom a consent has to name to count for its purpose."""
    named = {IDENTIFICATION: Recipient.BUREAU, POLICE: Recipient.JUSTICE}
    return named.get(consent_purpose, Recipient.SERVICES)


class Act(StrEnum):
    SEE_HOME = "see_home"
    SCREEN = "screen"
    OPEN_FILE = "open_file"
    SEE_CASES = "see_cases"
    SEE_CASE = "see_case"
    FIND_PERSON = "find_person"
    OPEN_IDENTITY = "open_identity"
    WRITE_IDENTITY = "write_identity"
    OPEN_ACCOUNT = "open_account"
    WRITE_CASE = "write_case"
    RECEIVE = "receive"
    ASK_INFORMATION = "ask_information"
    DECIDE = "decide"
    EXTEND_CLOCK = "extend_clock"
    ASSIGN = "assign"
    DECIDE_AGE = "decide_age"
    CLOSE = "close"
    AGREE_CLOSING = "agree_closing"
    END_SHARE = "end_share"
    FIND_PLACE = "find_place"
    ANSWER_OFFER = "answer_offer"
    SEE_SERVICES = "see_services"
    KEEP_PLACES = "keep_places"
    SEE_PROVIDERS = "see_providers"
    KEEP_DIRECTORY = "keep_directory"
    SEE_FIGURES = "see_figures"
    SEE_COMMITMENTS = "see_commitments"
    KEEP_COMMITMENTS = "keep_commitments"
    SEE_LOG = "see_log"
    APPROVE_EXPORT = "approve_export"
    SEE_PROPOSALS = "see_proposals"
    KEEP_ACCOUNTS = "keep_accounts"
    DECIDE_ACCOUNTS = "decide_accounts"
    GIVE_COPY = "give_copy"
    EXPORT_COPY = "export_copy"
    AGREE_COPY = "agree_copy"
    BREAK_GLASS = "break_glass"
    SEE_GLASS = "see_glass"
    REVIEW_GLASS = "review_glass"
    RESTRICT = "restrict"
    CHANGE_KEYS = "change_keys"
    ASK_ERASURE = "ask_erasure"
    ERASE = "erase"
    SEE_RETENTION = "see_retention"
    WRITE_HEALTH = "write_health"
    OPEN_HEALTH = "open_health"
    HAND_OVER = "hand_over"
    SEE_DOSSIERS = "see_dossiers"
    SEE_DOSSIER = "see_dossier"
    WRITE_DOSSIER = "write_dossier"
    OPEN_EVIDENCE = "open_evidence"


# Who keeps the accounts reads nothing that others work on (security design, 3.1).
ANYONE = frozenset(Mandate) - {AD}
# Acts that ask for an account and no mandate: the home page, and texts that are public anyway.
WITHOUT_MANDATE = frozenset({Act.SEE_HOME, Act.SEE_COMMITMENTS})
MANDATES: Mapping[Act, frozenset[Mandate]] = {
    Act.SCREEN: frozenset({FR, CM, CO}),
    Act.OPEN_FILE: frozenset({FR, CM, CO}),
    Act.SEE_CASES: frozenset({FR, CM, CO, CA, SP}),
    Act.SEE_CASE: frozenset({FR, CM, CO, CA, SP}),
    Act.FIND_PERSON: frozenset({FR, CM, CO}),
    Act.OPEN_IDENTITY: frozenset({FR, CM, CO, CA, SP}),
    Act.WRITE_IDENTITY: frozenset({FR, CM, CO}),
    Act.OPEN_ACCOUNT: frozenset({FR, CM, CO, CA}),
    Act.WRITE_CASE: frozenset({FR, CM, CO}),
    Act.RECEIVE: frozenset({CO}),
    Act.ASK_INFORMATION: frozenset({CO, CA}),
    Act.DECIDE: frozenset({CA}),
    Act.EXTEND_CLOCK: frozenset({CO, CA}),
    Act.ASSIGN: frozenset({CM, CO, CA}),
    Act.DECIDE_AGE: frozenset({CA, CM, CO}),
    Act.CLOSE: frozenset({CM, CO}),
    Act.AGREE_CLOSING: frozenset({FR, CM, CO}),
    Act.END_SHARE: frozenset({CM, CO}),
    Act.FIND_PLACE: frozenset({FR, CM, CO}),
    Act.ANSWER_OFFER: frozenset({SP}),
    Act.SEE_SERVICES: frozenset({FR, CM, CO, CA, SP}),
    Act.KEEP_PLACES: frozenset({SP}),
    Act.SEE_PROVIDERS: frozenset({CO}),
    Act.KEEP_DIRECTORY: frozenset({CO}),
    Act.SEE_FIGURES: ANYONE,
    # Who answers for the country: the bureau, and the national rapporteur (S2 ¶19).
    Act.KEEP_COMMITMENTS: frozenset({CO, NR}),
    Act.SEE_LOG: frozenset({DP}),
    Act.APPROVE_EXPORT: frozenset({CO, DP}),
    Act.SEE_PROPOSALS: frozenset({FR, CM, CO, CA, DP, AD, LE, PR}),
    Act.KEEP_ACCOUNTS: frozenset({AD}),
    Act.DECIDE_ACCOUNTS: frozenset({CO, AD}),
    Act.GIVE_COPY: frozenset({FR, CM, CO}),
    Act.EXPORT_COPY: frozenset({CM, CO}),
    Act.AGREE_COPY: frozenset({FR, CM, CO}),
    Act.BREAK_GLASS: frozenset({FR, CM, CA}),
    Act.SEE_GLASS: frozenset({CO, DP}),
    Act.REVIEW_GLASS: frozenset({DP}),
    Act.RESTRICT: frozenset({FR, CM, CO}),
    Act.CHANGE_KEYS: frozenset({DP, AD}),
    Act.ASK_ERASURE: frozenset({CM, CO, DP}),
    Act.ERASE: frozenset({CO}),
    Act.SEE_RETENTION: frozenset({CO, DP}),
    Act.WRITE_HEALTH: frozenset({CM, SP}),
    Act.OPEN_HEALTH: frozenset({CM, SP}),
    Act.HAND_OVER: frozenset({FR, CM, CO}),
    Act.SEE_DOSSIERS: frozenset({LE, PR}),
    Act.SEE_DOSSIER: frozenset({LE, PR}),
    Act.WRITE_DOSSIER: frozenset({LE, PR}),
    Act.OPEN_EVIDENCE: frozenset({LE, PR}),
}

ON_A_CASE: Mapping[Act, Purpose] = {
    Act.SEE_CASE: Purpose.CASEWORK,
    Act.OPEN_ACCOUNT: Purpose.CASEWORK,
    Act.WRITE_CASE: Purpose.CASEWORK,
    Act.RECEIVE: Purpose.CASEWORK,
    Act.ASK_INFORMATION: Purpose.CASEWORK,
    Act.DECIDE: Purpose.CASEWORK,
    Act.EXTEND_CLOCK: Purpose.CASEWORK,
    Act.ASSIGN: Purpose.CASEWORK,
    Act.DECIDE_AGE: Purpose.CASEWORK,
    Act.CLOSE: Purpose.CASEWORK,
    Act.AGREE_CLOSING: Purpose.CASEWORK,
    Act.END_SHARE: Purpose.CASEWORK,
    Act.FIND_PLACE: Purpose.CASEWORK,
    Act.ANSWER_OFFER: Purpose.CASEWORK,
    Act.OPEN_FILE: Purpose.CASEWORK,
    Act.OPEN_IDENTITY: Purpose.IDENTITY,
    Act.WRITE_IDENTITY: Purpose.IDENTITY,
    Act.GIVE_COPY: Purpose.IDENTITY,
    Act.EXPORT_COPY: Purpose.IDENTITY,
    Act.AGREE_COPY: Purpose.CASEWORK,
    Act.RESTRICT: Purpose.CASEWORK,
    Act.WRITE_HEALTH: Purpose.CASEWORK,
    Act.OPEN_HEALTH: Purpose.CARE,
    Act.HAND_OVER: Purpose.CASEWORK,
    Act.SEE_DOSSIER: Purpose.EVIDENCE,
    Act.WRITE_DOSSIER: Purpose.EVIDENCE,
    Act.OPEN_EVIDENCE: Purpose.EVIDENCE,
}

# The bureau oversees in words that name nobody; what is sealed opens to it as to everybody else,
# for a record of its own or under a live consent or ground (S0 ¶4, S1 ¶11). A shorter session and
# a passkey stand before these pages.
SEALED = frozenset(
    {
        Act.OPEN_IDENTITY,
        Act.WRITE_IDENTITY,
        Act.OPEN_ACCOUNT,
        Act.GIVE_COPY,
        Act.EXPORT_COPY,
        Act.WRITE_HEALTH,
        Act.OPEN_HEALTH,
        Act.OPEN_EVIDENCE,
    }
)


# What it takes to see rows of a case at all, by the purpose they are kept for.
READING: Mapping[Purpose, Act] = {
    Purpose.CASEWORK: Act.SEE_CASE,
    Purpose.IDENTITY: Act.OPEN_IDENTITY,
    Purpose.EVIDENCE: Act.SEE_DOSSIER,
    Purpose.CARE: Act.OPEN_HEALTH,
}
# Who may open a file that is not shared with them, in an emergency, and what they may then do:
# read it and find a place for tonight. What stands in it stays for those who keep it to write.
GLASS = frozenset({FR, CM, CA})
THROUGH_GLASS = frozenset({Act.SEE_CASE, Act.OPEN_IDENTITY, Act.OPEN_ACCOUNT, Act.FIND_PLACE})

# What a case is shared for, by the unit it is shared with.
Shared = Mapping[UUID, frozenset[str]]
NOTHING: Shared = {}


@dataclass(frozen=True)
class Standing:
    """What someone is today: their units, each with its mandates.

    `glass`: the cases open to them alone for an hour, in an emergency.
    """

    by_unit: Mapping[UUID, frozenset[str]]
    user: UUID | None = None
    glass: frozenset[UUID] = frozenset()

    @property
    def units(self) -> frozenset[UUID]:
        return frozenset(self.by_unit)

    @property
    def mandates(self) -> frozenset[str]:
        return frozenset().union(*self.by_unit.values())

    @property
    def oversees(self) -> bool:
        """The national bureau coordinates every case (S0 ¶4)."""
        return any(CO in mandates for mandates in self.by_unit.values())


NOBODY = Standing({})


def units_for(standing: Standing, act: Act) -> frozenset[UUID]:
    """The units whose own mandate allows the act."""
    allowing = MANDATES[act]
    return frozenset(u for u, held in standing.by_unit.items() if not allowing.isdisjoint(held))


def may(standing: Standing, act: Act) -> bool:
    """Whether the mandate of some unit allows the act at all, before any case is named."""
    return act in WITHOUT_MANDATE or bool(units_for(standing, act))


def may_on_case(standing: Standing, act: Act, shared: Shared) -> bool:
    """Whether one unit has both: the mandate for the act, and the case for its purpose."""
    return any(
        (CO in standing.by_unit[unit] and act not in SEALED)
        or ON_A_CASE[act] in shared.get(unit, frozenset())
        for unit in units_for(standing, act)
    )


def may_through_glass(standing: Standing, act: Act, case: UUID) -> bool:
    """Whether the case was opened in an emergency, and the act is one it was opened for."""
    if case not in standing.glass or act not in THROUGH_GLASS:
        return False
    return any(not GLASS.isdisjoint(standing.by_unit[u]) for u in units_for(standing, act))
