"""Every form of this room: on which page, by whom, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from amparo.cases.models import Case
from amparo.cases.pages.deeds import FilePage, Subject
from amparo.justice.actions.assets import note_asset
from amparo.justice.actions.claims import claim
from amparo.justice.actions.protection import protect
from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
from amparo.justice.models import Dossier
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
from amparo.people.country import today
from support import files
from support.cast import Cast

Prepare = Callable[[Cast], tuple[Subject, UUID | None]]
MANAGER, POLICE = "manager_a", "investigator"


@dataclass(frozen=True)
class Sending:
    """`wanted`: the fields without which the form is refused, in their order on the page."""

    page: FilePage
    deed: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...]

    @property
    def by(self) -> str:
        return MANAGER if self.page in (PAGE, NON_PUNISHMENT) else POLICE

    @property
    def name(self) -> str:
        return f"{self.page.name}-{self.deed}"

    def path(self, about: Subject, row: UUID | None) -> str:
        return self.page.href(about, self.deed, row)

    def filled(self, **changes: object) -> dict[str, Any]:
        return {"key": uuid4(), **self.data, **changes}


def a_file(cast: Cast) -> tuple[Case, None]:
    return files.received(cast), None


def with_consent(cast: Cast) -> tuple[Case, None]:
    """The units of the cast have new ids each time: which one is chosen stands in the data."""
    case = files.received(cast)
    handed_over(case, cast)
    return case, None


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


def named(cast: Cast) -> tuple[Dossier, UUID]:
    """Named in two dossiers, in both by the only word that there is for them."""
    dossier, _ = a_dossier(cast)
    return dossier, offender(dossier, cast.investigator).pk


def accused(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    return case, held(case, cast.manager_a).pk


def pleaded(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_file(cast)
    row = held(case, cast.manager_a)
    return case, asked(case, row, cast.manager_a).pk


DAY = {"day": before(1).isoformat()}
LATER = {"day": (today() + timedelta(days=20)).isoformat()}
REPORT = {"office": "court", "offences": ["trafficking", "corruption"], **DAY}
STAGE = {"stage": "investigated", **DAY}
HEARING = {"kind": "trial", **LATER, "measures": ["screen"], "guardian": "no"}
JUDGMENT = {
    "offence": "trafficking", "result": "convicted", "penalty_months": "36",
    "confiscation": "yes", **DAY,
}  # fmt: skip
PROTECTED = {"whom": "family", "kind": "no_contact", "since": before(2).isoformat()}
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
        Sending(page, deed, on[side], data, wanted)
        for deed, on, data, wanted in OF_PROCEEDINGS
        for side, page in enumerate((PAGE, PROCEEDINGS))
    ),
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
        ("role", "relation", "legal_person"),
    ),
    Sending(
        ASSETS, "asset", a_dossier, {"kind": "land", "value": "80000", "state": "frozen", **MONEY},
        ("kind", "value", "currency", "state", "day"),
    ),
    Sending(ASSETS, "asset-step", frozen, {"state": "confiscated", **DAY}, ("state", "day")),
    Sending(
        NON_PUNISHMENT, "allege", a_file,
        {"acts": ["theft"], "stage": "charged", "office": "court"}, ("acts", "stage", "office"),
    ),
    Sending(NON_PUNISHMENT, "plead", accused, {"office": "court", **DAY}, ("office", "day")),
    Sending(NON_PUNISHMENT, "reply", pleaded, {"answer": "refused", **DAY}, ("answer", "day")),
    Sending(NON_PUNISHMENT, "outcome", accused, {"outcome": "acquitted", **DAY},
            ("outcome", "day")),
)  # fmt: skip
