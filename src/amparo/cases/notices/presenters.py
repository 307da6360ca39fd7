from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.cases.clocks.presenters import task
from amparo.cases.notices.models import Notice
from amparo.design.parts import Task


@dataclass(frozen=True)
class Told:
    """A notice as its reader sees it: the clock as a task, and what kind of notice it is."""

    task: Task
    kind: str
    new: bool


def told(row: Notice) -> Told:
    return Told(_task(row), row.get_kind_display(), row.seen_at is None)


def _task(row: Notice) -> Task:
    if row.clock is None:
        return Task(_("Files for you to carry"), f"{reverse('cases:queue')}?queue=mine")
    return task(row.clock)
