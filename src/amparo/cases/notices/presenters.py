from dataclasses import dataclass

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
    return Told(task(row.clock), row.get_kind_display(), row.seen_at is None)
