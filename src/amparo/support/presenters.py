"""The Support track on a page of its own and on the case page."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.parts import Banner, Reader, Section
from amparo.cases.words import STANDS
from amparo.design.parts import Task
from amparo.people.models import User
from amparo.support.deeds import PAGE
from amparo.support.models.assessment import ACUTE
from amparo.support.queries import caring_units, last_assessment
from amparo.support.sections import (
    assessment,
    contact,
    emergency,
    inclusion,
    leaving,
    plan,
    relatives,
    services,
)

SECTIONS = (emergency, contact, assessment, plan, services, relatives, inclusion, leaving)


def page(reader: Reader) -> dict[str, Any]:
    sections: list[Section] = [part.section(reader) for part in SECTIONS]
    steps = [section.step for section in sections if section.step]
    return {"banner": banner(reader.case), "steps": steps, "sections": sections}


def banner(case: Case) -> Banner:
    """Where the track stands; first of all a danger that is there now."""
    found = last_assessment(case)
    if found and ACUTE in found.dangers and case.support != State.ENDED:
        return Banner(
            _("Somebody is in danger"),
            _("The last assessment says so. See below what was done, and assess it again at once"
              " when anything changes."),
            "danger",
        )  # fmt: skip
    return Banner(_("Where support stands"), STANDS[Track.SUPPORT][case.support], "info")


def tasks(case: Case, standing: Standing) -> list[Task]:
    """What the Support track asks of this reader now, on the case page."""
    reader = Reader(case, standing, PAGE)
    if not reader.writes:
        return []
    found = [assessment.task(reader), plan.task(reader)]
    return [
        *services.unsafe(reader), *(task for task in found if task), *leaving.tasks(reader)
    ]  # fmt: skip


def health(case: Case, user: User) -> dict[str, bool]:
    """The way to the notes of one's own unit, for whoever cares for the person."""
    return {"shown": bool(caring_units(user, case))}
