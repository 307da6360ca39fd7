"""Reading what is sealed on a page: a purpose, an audit row and a key unwrap each time."""

from dataclasses import dataclass

from amparo.access.acting import action
from amparo.cases.actions.opening import Written, open_texts
from amparo.cases.models import Case
from amparo.cases.pages.deeds import FilePage
from amparo.design.parts import Words
from amparo.people.models import User


@dataclass(frozen=True)
class Told:
    """One sealed text, with what it is in words."""

    what: Words
    written: Written


@action
def open_words(case: Case, page: FilePage, *, by: User, purpose: str) -> list[Told]:
    """Every sealed text of the page, newest first. Raises Refused."""
    found = open_texts(case, page.columns, by=by, purpose=purpose)
    return [Told(page.words[written.kind], written) for written in reversed(found)]
