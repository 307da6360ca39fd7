"""Two files of one person, and what can be said about them."""

from amparo.access.two_persons import approve
from amparo.cases.actions.files import open_file
from amparo.cases.models import Case
from amparo.links.actions.merging import THE_OTHER, propose_merge, propose_undoing
from amparo.people.models import User
from support.screenings import finished_screening

IDENTITY = {
    "given_name": "Zorvanela",
    "family_name": "Tikomaresh",
    "birth_date": "2004-02-29",
}


def opened(by: User, **changes: str) -> Case:
    return open_file(finished_screening(by), by=by, identity={**IDENTITY, **changes})


def merged(case: Case, other: Case, *, by: User, second: User) -> None:
    """`case` is continued in `other`."""
    proposal = propose_merge(case, other.pk, by=by, goes_on=THE_OTHER, ground="paper")
    approve(proposal, by=second)


def unmerged(case: Case, *, by: User, second: User) -> None:
    approve(propose_undoing(case, by=by, ground="staff"), by=second)
