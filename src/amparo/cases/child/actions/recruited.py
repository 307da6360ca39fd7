"""A recruited child: victim status and proceedings are written apart, and neither reads the other.

S4-III ¶7 and S4-IV ¶3: to be recognised as a victim shuts out no responsibility, and none shuts out
being a victim. Neither moves a track of the file.
"""

from amparo.access.acting import action
from amparo.cases.child.models import ProceedingsStanding, Recruited, VictimStanding
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep
from amparo.methods import clock
from amparo.people.models import User


@action
def note_recruitment(
    case: Case, *, by: User, group: str, way: str, returned: bool, note: str = ""
) -> Recruited:
    """Also of somebody who is an adult by now: they were a child when it happened."""
    case = begin(case, by=by)
    row = Recruited(
        case=case, at=clock.now(), by=by, group=group, way=way, returned=returned
    )  # fmt: skip
    return keep(row, "noted a recruitment", by=by, purpose=group, note=note)


@action
def say_victim_standing(case: Case, *, by: User, standing: str, authority: str) -> VictimStanding:
    case = begin(case, by=by)
    row = VictimStanding(
        case=case, at=clock.now(), by=by, standing=standing, authority=authority
    )  # fmt: skip
    return keep(row, "recruited child: victim", by=by, purpose=standing)


@action
def say_proceedings(case: Case, *, by: User, standing: str, authority: str) -> ProceedingsStanding:
    case = begin(case, by=by)
    row = ProceedingsStanding(
        case=case, at=clock.now(), by=by, standing=standing, authority=authority
    )  # fmt: skip
    return keep(row, "recruited child: proceedings", by=by, purpose=standing)
