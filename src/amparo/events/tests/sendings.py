"""Every form of this page: on which case, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from amparo.cases.models import Case
from amparo.events.tests.steps import again, lost, speaks, threatened
from support import files
from support.cast import Cast

Prepare = Callable[[Cast], tuple[Case, UUID | None]]


@dataclass(frozen=True)
class Sending:
    """`wanted`: the fields without which the form is refused, in their order on the page."""

    deed: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...]

    def path(self, case: Case, row: UUID | None) -> str:
        if row is None:
            return reverse("events:events_deed", args=[case.reference, self.deed])
        return reverse("events:events_row", args=[case.reference, self.deed, row])

    def filled(self, **changes: object) -> dict[str, Any]:
        return {"key": uuid4(), **self.data, **changes}


def an_adult(cast: Cast) -> tuple[Case, None]:
    return files.received(cast), None


def who_is_missing(cast: Cast) -> tuple[Case, UUID]:
    case, _ = an_adult(cast)
    return case, lost(case, by=cast.manager_a).pk


def trafficked_again(cast: Cast) -> tuple[Case, UUID]:
    case, _ = an_adult(cast)
    return case, again(case, by=cast.manager_a).pk


def who_is_threatened(cast: Cast) -> tuple[Case, UUID]:
    case, _ = an_adult(cast)
    return case, threatened(case, by=cast.manager_a).pk


def who_speaks_otherwise(cast: Cast) -> tuple[Case, UUID]:
    case, _ = an_adult(cast)
    return case, speaks(case, by=cast.manager_a).pk


EPISODE = {
    "forms": ["BEGGING"], "place": "street", "since": "2026-03-01", "since_precision": "month",
}  # fmt: skip
DONE = {"measures": ["plan"]}
TOLD = {"language": "fr", "understood": "yes"}
SPEAKS = {"languages": ["fr"], "reason": "asked"}

SENDINGS: tuple[Sending, ...] = (
    Sending("missing", an_adult, {"police": "told"}, ("police",)),
    Sending("found", who_is_missing, {"how": "called"}, ("how",)),
    Sending("retrafficked", an_adult, EPISODE, tuple(EPISODE)),
    Sending("retrafficked-answer", trafficked_again, DONE, tuple(DONE)),
    Sending("threat", an_adult, {"against": ["person"]}, ("against",)),
    Sending("threat-answer", who_is_threatened, DONE, tuple(DONE)),
    Sending("language", an_adult, SPEAKS, tuple(SPEAKS)),
    Sending("language-told", who_speaks_otherwise, TOLD, tuple(TOLD)),
)
