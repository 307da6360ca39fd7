"""Which pages a file has: each room brings its own when the product starts."""

from typing import Any

from amparo.access.policy import Act
from amparo.cases import panels, timeline, todo
from amparo.cases.actions.opening import belongs_to_the_file
from amparo.cases.models import Case
from amparo.cases.pages.deeds import FilePage
from amparo.people.models import User

_pages: list[FilePage] = []


def register(page: FilePage, *, entries: timeline.Source, tasks: todo.Source) -> None:
    """`entries`: its part of the timeline; `tasks`: what it asks for on the case page."""
    timeline.register(entries)
    belongs_to_the_file(page.columns)
    todo.register(tasks)
    _pages.append(page)


def show() -> None:
    """The way to each page, beside the case."""
    panels.register(panels.Panel("cases/pages/panel.html", _ways, Act.SEE_CASE, 3))


def _ways(case: Case, user: User) -> dict[str, Any]:
    return {"ways": [(page.title, page.href(case)) for page in _pages]}
