"""Whether the person of a file is known already, among the files whose names one may open.

One audit row for the look, and one for each file that is shown, which its own people see. Of files
outside the caller's rights nothing is told: not that there is one, nor how many. The bureau, which
receives every file, sees what a unit cannot.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require, require_on_case
from amparo.cases.finding.actions.finding import BY_INDEX, Why, open_each
from amparo.cases.finding.queries import indexed_as, indexes_of
from amparo.cases.models import Case
from amparo.cases.pages.writing import keep
from amparo.links.models import Looked
from amparo.links.queries import known_apart, persons_in_reach
from amparo.methods import clock
from amparo.methods.sameness.births import Births
from amparo.methods.sameness.matches import Match, Names
from amparo.people.models import User
from amparo.vault.blind import Indexed
from amparo.vault.lookthrough import look_through
from amparo.vault.models import Compartment

MOST = 20
# Of files that come together as many are compared while somebody waits.
AT_ONCE = 20
PURPOSE = "duplicate"


@dataclass(frozen=True)
class Possible:
    """A file that may be the same person's, and why: `names` and `births` where names agree."""

    case: Case
    same: tuple[Why, ...] = ()
    names: Names | None = None
    births: Births = Births.UNKNOWN


@action
def look_for_same(case: Case, *, by: User, purpose: str = PURPOSE) -> list[Possible]:
    """The likeliest first, twenty at most. Raises Refused where no name is known."""
    require(by, Act.FIND_PERSON)
    require_on_case(by, Act.OPEN_IDENTITY, case.pk)
    found = alike([case], by=by)
    if case.pk not in found:
        raise Refused(_("No name is written in this file yet: there is nothing to compare."))
    shown = _possible(case, found[case.pk], by=by, purpose=purpose)
    _looked(case, by)
    return shown


@action
def look_for_new(cases: Sequence[Case], *, by: User) -> dict[UUID, list[Possible]]:
    """Of files that came just now, those that may be of a person who has another one.

    The first of them are compared in one look with those that stood here before. One that is like
    none counts as looked for; of all others the task stays until somebody has looked at both.
    """
    require(by, Act.FIND_PERSON)
    cases = cases[:AT_ONCE]
    for case in cases:
        require_on_case(by, Act.OPEN_IDENTITY, case.pk)
    named = alike(cases, by=by)
    found = {
        case.pk: _possible(case, named.get(case.pk, []), by=by, purpose=PURPOSE) for case in cases
    }
    for case in cases:
        if case.pk in named and not found[case.pk]:
            _looked(case, by)
    return {pk: possible for pk, possible in found.items() if possible}


def _looked(case: Case, by: User) -> None:
    keep(Looked(case=case, at=clock.now(), by=by), "looked for the same person", by=by)


def _possible(
    case: Case, named: Sequence[tuple[UUID, Match]], *, by: User, purpose: str
) -> list[Possible]:
    apart = known_apart(case) | {case.pk}
    same: dict[UUID, list[Why]] = defaultdict(list)
    for found, what in indexed_as(indexes_of(case), by):
        if found not in apart:
            same[found].append(BY_INDEX[Indexed(what)])
    likely = {pk: match for pk, match in named if pk not in apart}
    wanted = list(dict.fromkeys([*same, *likely]))[:MOST]
    return [
        Possible(
            other,
            tuple(same[other.pk]),
            likely[other.pk].names if other.pk in likely else None,
            likely[other.pk].births if other.pk in likely else Births.UNKNOWN,
        )
        for other in open_each(wanted, by=by, purpose=purpose)
    ]


def alike(cases: Sequence[Case], *, by: User) -> dict[UUID, list[tuple[UUID, Match]]]:
    """Of each whose name is written: files beside these whose names and birth agree with it.

    Names are in memory for this alone.
    """
    from amparo.methods.sameness.crowd import Crowd  # heavy: ADR 16

    looked = look_through(
        persons_in_reach(by), "sought",
        compartment=Compartment.IDENTITY, by=by, purpose=PURPOSE,
    )  # fmt: skip
    written = {pk: text.partition("|")[::2] for pk, text in looked.texts}
    own = {case.pk: written.pop(case.pk.bytes) for case in cases if case.pk.bytes in written}
    ids, crowd = list(written), Crowd(list(written.values()))
    return {
        pk: [(UUID(bytes=ids[match.at]), match) for match in crowd.like(*said)]
        for pk, said in own.items()
    }
