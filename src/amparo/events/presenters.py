"""The page of events, what waits for an answer on the case page, and the alert at its top."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.models import Case
from amparo.cases.pages.parts import Banner, Reader, Section
from amparo.design.parts import Task
from amparo.events.deeds import PAGE
from amparo.events.queries import open_missing, open_threats
from amparo.events.sections import consents, kinds
from amparo.people.models import User

SECTIONS = (
    kinds.missing, kinds.threat, kinds.retrafficked, kinds.language, consents.section,
)  # fmt: skip


def page(reader: Reader) -> dict[str, Any]:
    sections: list[Section] = [part(reader) for part in SECTIONS]
    steps = [section.step for section in sections if section.step]
    return {"banner": banner(reader.case), "steps": steps, "sections": sections}


def banner(case: Case) -> Banner | None:
    if open_missing(case):
        return Banner(
            _("The person is missing"),
            _("Those who carry the file and the bureau were told. No journey begins, and the file"
              " does not close."),
            "danger",
        )  # fmt: skip
    if open_threats(case):
        return Banner(
            _("A threat waits for an answer"),
            _("In danger, call the police first; then record what was done."),
            "danger",
        )
    return None


def tasks(case: Case, standing: Standing) -> list[Task]:
    reader = Reader(case, standing, PAGE)
    if not reader.writes:
        return []
    found = [part(reader).step for part in SECTIONS]
    return [task for task in found if task and task.href]


def alert(case: Case, user: User) -> dict[str, Any]:
    return {"banner": banner(case), "href": PAGE.href(case)}
