"""Dates and duties are written from both sides of the wall, by the same actions."""

from amparo.access.policy import Act
from amparo.cases.models import Case
from amparo.cases.pages import writing as file_writing
from amparo.justice.dossiers import writing as dossier_writing
from amparo.justice.models import Dossier
from amparo.people.models import User

Side = Case | Dossier


def begin(side: Side, *, by: User) -> Side:
    """The file or the dossier as it is now, locked against a second writer on its side."""
    if isinstance(side, Dossier):
        return dossier_writing.begin(side, by=by)
    return file_writing.begin(side, by=by, act=Act.WRITE_CASE)


def is_child(side: Side) -> bool:
    return side.child if isinstance(side, Dossier) else side.treated_as_child
