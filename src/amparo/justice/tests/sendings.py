"""Every form of this room: on which page, by whom, sent with what."""

from decimal import Decimal
from uuid import UUID

from amparo.access.acting import acting_as
from amparo.cases.consents.actions import record_ground
from amparo.cases.models import Case
from amparo.justice.actions.assets import note_asset
from amparo.justice.actions.claims import claim
from amparo.justice.actions.protection import protect
from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
from amparo.justice.models import Dossier
from amparo.justice.queries import dossiers_for
from amparo.justice.queries.offenders import offenders_of
from amparo.justice.tests.story import (
    asked,
    before,
    dropped,
    handed_over,
    held,
    offender,
    planned,
    reported,
)
from support import files
from support.cast import Cast
from support.forms import Sending, in_days

MANAGER, POLICE = "manager_a", "investigator"


def a_file(cast: Cast) -> tuple[Case, None]:
    return files.received(cast), None


def on_a_ground(cast: Cast) -> tuple[Case, None]:
    case, _ = a_file(cast)
    record_ground(case, by=cast.manager_a, purpose="police", ground="legal_duty")
    return case, None


def the_brigade(cast: Cast) -> str:
    return str(cast.units["brigade"].pk)


def a_dossier(cast: Cast) -> tuple[Dossier, None]:
    return handed_over(files.received(cast), cast), None


def file_reported(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    return case, reported(case, cast.manager_a).pk


def dossier_reported(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    return dossier, reported(dossier, cast.investigator).pk


def reported_by_police(cast: Cast) -> tuple[Case, None]:
    case, _ = a_file(cast)
    reported(handed_over(case, cast), cast.investigator)
    return case, None


def file_planned(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    return case, planned(case, reported(case, cast.manager_a), cast.manager_a).pk


def dossier_planned(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    by = cast.investigator
    return dossier, planned(dossier, reported(dossier, by), by).pk


def file_dropped(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    return case, dropped(case, cast.manager_a)


def file_protected(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    row = protect(case, by=cast.manager_a, whom="family", kind="no_contact", since=before(3))
    return case, row.pk


def dossier_protected(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    row = protect(dossier, by=cast.investigator, whom="witness", kind="moved", since=before(3))
    return dossier, row.pk


def claimed(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    row = claim(
        case, by=cast.manager_a, source="employer", amount=Decimal(500), currency="EUR",
        day=before(3),
    )  # fmt: skip
    return case, row.pk


def frozen(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    row = note_asset(
        dossier, by=cast.investigator, kind="cash", value=Decimal(500), currency="EUR",
        state="frozen", day=before(3),
    )  # fmt: skip
    return dossier, row.pk


def named_twice(cast: Cast) -> tuple[Dossier, UUID]:
    """An offender of a dossier; before it another dossier was opened and named one too."""
    a_dossier_with_an_offender(cast)
    return a_dossier_with_an_offender(cast)


def a_dossier_with_an_offender(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    return dossier, offender(dossier, cast.investigator).pk


def first_dossier(cast: Cast) -> Dossier:
    with acting_as(cast.investigator):
        return dossiers_for(cast.investigator).order_by("reference")[0]


def first_reference(cast: Cast) -> str:
    return first_dossier(cast).reference


def first_name(cast: Cast) -> str:
    with acting_as(cast.investigator):
        return offenders_of(first_dossier(cast))[0].pseudonym


def accused(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    return case, held(case, cast.manager_a).pk


def pleaded(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    row = held(case, cast.manager_a)
    return case, asked(case, row, cast.manager_a).pk


DAY = {"day": in_days(-1)}
LATER = {"day": in_days(20)}
REPORT = {"office": "court", "offences": ["trafficking", "corruption"], **DAY}
STAGE = {"stage": "investigated", **DAY}
HEARING = {"kind": "trial", **LATER, "measures": ["screen"], "guardian": "no"}
JUDGMENT = {
    "offence": "trafficking", "result": "convicted", "penalty_months": "36",
    "confiscation": "yes", **DAY,
}  # fmt: skip
PROTECTED = {"whom": "family", "kind": "no_contact", "since": in_days(-2)}
ENDED = {"reason": "danger_over", **DAY}
MONEY = {"currency": "EUR", **DAY}

OF_PROCEEDINGS = (
    ("proceeding", (a_file, a_dossier), REPORT, ("office", "offences", "day")),
    ("stage", (file_reported, dossier_reported), STAGE, ("stage", "day")),
    ("hearing", (file_reported, dossier_reported), HEARING, ("kind", "day", "guardian")),
    ("hearing-end", (file_planned, dossier_planned), {"outcome": "held"}, ("outcome",)),
    (
        "judgment", (file_reported, dossier_reported), JUDGMENT,
        ("day", "offence", "result", "confiscation"),
    ),
    ("protection", (a_file, a_dossier), PROTECTED, ("whom", "kind", "since")),
    ("protection-end", (file_protected, dossier_protected), ENDED, ("day", "reason")),
)  # fmt: skip

SENDINGS = (
    *(
        Sending(page, deed, on[side], data, wanted, by)
        for deed, on, data, wanted in OF_PROCEEDINGS
        for side, (page, by) in enumerate(((PAGE, MANAGER), (PROCEEDINGS, POLICE)))
    ),
    Sending(PAGE, "hand-over", on_a_ground, {"unit": the_brigade}, ("unit",)),
    Sending(PAGE, "follow", reported_by_police, {"stage": "reported"}, ("stage",)),
    Sending(
        PAGE, "drop-told", file_dropped,
        {"language": "en", "how": "read_aloud", "asks_review": "no", **DAY},
        ("day", "language", "how", "asks_review"),
    ),
    Sending(PAGE, "prepare", file_planned, {"what": ["person", "lawyer"]}, ("what",)),
    Sending(
        PAGE, "claim", a_file, {"source": "state_fund", "amount": "900.50", **MONEY},
        ("source", "amount", "currency", "day"),
    ),
    Sending(
        PAGE, "claim-step", claimed, {"state": "awarded", "amount": "400", **DAY},
        ("state", "day"),
    ),
    Sending(
        OFFENDERS, "offender", a_dossier,
        {"role": "money", "relation": "agency", "legal_person": "yes"},
        ("role", "relation", "legal_person"), POLICE,
    ),
    Sending(
        OFFENDERS, "same", named_twice, {"reference": first_reference, "pseudonym": first_name},
        ("reference", "pseudonym"), POLICE,
    ),
    Sending(
        ASSETS, "asset", a_dossier, {"kind": "land", "value": "80000", "state": "frozen", **MONEY},
        ("kind", "value", "currency", "state", "day"), POLICE,
    ),
    Sending(
        ASSETS, "asset-step", frozen, {"state": "confiscated", **DAY}, ("state", "day"), POLICE
    ),
    Sending(
        NON_PUNISHMENT, "allege", a_file,
        {"acts": ["theft"], "stage": "charged", "office": "court"}, ("acts", "stage", "office"),
    ),
    Sending(NON_PUNISHMENT, "plead", accused, {"office": "court", **DAY}, ("office", "day")),
    Sending(NON_PUNISHMENT, "reply", pleaded, {"answer": "refused", **DAY}, ("answer", "day")),
    Sending(NON_PUNISHMENT, "outcome", accused, {"outcome": "acquitted", **DAY},
            ("outcome", "day")),
)  # fmt: skip
