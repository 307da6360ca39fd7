"""Residence and return on a page of its own, and what it asks for on the case page."""

from typing import Any

from django.utils.translation import gettext as _

from amparo.access.policy import Standing
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.pages.parts import Banner, Reader, Section
from amparo.design.parts import Task
from amparo.stay.deeds import PAGE
from amparo.stay.queries import is_away, last_arrival, standing_wish, stay_today
from amparo.stay.sections import afterwards, returning, stays

SECTIONS = (
    stays.section, returning.wish, returning.risks, returning.journey, afterwards.section,
)  # fmt: skip


def page(reader: Reader) -> dict[str, Any]:
    sections: list[Section] = [part(reader) for part in SECTIONS]
    steps = [section.step for section in sections if section.step]
    return {"banner": banner(reader.case), "steps": steps, "sections": sections}


def banner(case: Case) -> Banner:
    if case.residence == State.TRAVELLED:
        return Banner(
            _("On the way"), _("The person travels: their arrival is to be confirmed."), "warn"
        )
    if last_arrival(case):
        return Banner(
            _("Returned"), _("The person has arrived. Somebody asks how they are."), "info"
        )
    if case.residence == State.MONITORED and is_away(case):
        return Banner(
            _("Returned"), _("The monitoring has ended: nobody asks any more how they are."), "info"
        )
    if standing_wish(case):
        return Banner(
            _("A return is wished"),
            _("It is voluntary: the person may change their mind on any day until they travel."),
            "info",
        )
    if stay_today(case):
        return Banner(
            _("May stay"), _("Help does not depend on the stay, nor on any proceedings."), "info"
        )
    return Banner(
        _("No stay recorded"),
        _("Whoever may be a victim is not sent away while it is not decided."),
        "info",
    )


def tasks(case: Case, standing: Standing) -> list[Task]:
    """What stands open between a wish and an arrival, on the case page."""
    reader = Reader(case, standing, PAGE)
    if not reader.writes:
        return []
    parts = (returning.risks, returning.journey, afterwards.section)
    found = [part(reader).step for part in parts]
    return [task for task in found if task and task.tone == "warn" and task.href]
