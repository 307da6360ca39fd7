from uuid import UUID

from amparo.access.acting import action
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.links.actions.begin import begin_for_two, there
from amparo.links.models import Distinct, Link, LinkEnd
from amparo.links.queries import link_between, link_with
from amparo.links.rules import link_hindrance
from amparo.methods import clock
from amparo.people.models import User


@action
def link(case: Case, *, by: User, reference: str, kind: str, relation: str = "") -> Link:
    """Two persons belong together. Raises Refused where `by` may not write in both files."""
    case, other = begin_for_two(case, reference.strip().upper(), by=by)
    refuse(link_hindrance(kind, relation, linked=bool(link_between(case, other, kind))))
    return write_link(case, other, by=by, kind=kind, relation=relation)


def write_link(case: Case, other: Case, *, by: User, kind: str, relation: str = "") -> Link:
    row = Link(case=case, other=other, kind=kind, relation=relation, at=clock.now(), by=by)
    return keep(row, "linked", by=by, purpose=kind)


@action
def end_link(case: Case, row: UUID, *, by: User) -> LinkEnd:
    case = begin(case, by=by)
    found = there(link_with(row, case, by))
    end = LinkEnd(case=found.case, other=found.other, link=found, at=clock.now(), by=by)
    return keep(end, "ended a link", by=by, purpose=found.kind)


@action
def tell_apart(case: Case, row: UUID, *, by: User) -> Distinct:
    """Say that the file with the id `row` is about somebody else: it is not shown again."""
    case, other = begin_for_two(case, row, by=by)
    return keep(Distinct(case=case, other=other, at=clock.now(), by=by), "told apart", by=by)
