"""Every form of this page: on which case, sent with what."""

from uuid import UUID

from amparo.cases.models import Case
from amparo.events.deeds import PAGE
from amparo.events.tests.steps import again, lost, speaks, threatened
from support import files
from support.cast import Cast
from support.forms import Sending


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
    Sending(PAGE, "missing", an_adult, {"police": "told"}, ("police",)),
    Sending(PAGE, "found", who_is_missing, {"how": "called"}, ("how",)),
    Sending(PAGE, "retrafficked", an_adult, EPISODE, tuple(EPISODE)),
    Sending(PAGE, "retrafficked-answer", trafficked_again, DONE, tuple(DONE)),
    Sending(PAGE, "threat", an_adult, {"against": ["person"]}, ("against",)),
    Sending(PAGE, "threat-answer", who_is_threatened, DONE, tuple(DONE)),
    Sending(PAGE, "language", an_adult, SPEAKS, tuple(SPEAKS)),
    Sending(PAGE, "language-told", who_speaks_otherwise, TOLD, tuple(TOLD)),
)
