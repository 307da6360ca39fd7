"""Several people found at one place at once: a file for each, in one go or not at all."""

from collections.abc import Sequence
from itertools import combinations
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.signals.actions import note_signal
from amparo.links.actions.begin import there
from amparo.links.actions.linking import write_link
from amparo.links.found import Found
from amparo.links.models import Link
from amparo.links.queries import link_between, other_file
from amparo.people.models import User

MOST = 60


def file_of(key: UUID, number: int) -> UUID:
    """The file of one of those who were found: the same however often the form is sent."""
    return uuid5(key, str(number))


@action
def note_together(
    *,
    by: User,
    key: UUID,
    channel: str,
    danger: bool,
    people: Sequence[Found] = (),
    unnamed: int = 0,
    known: Sequence[str] = (),
    region: str = "",
    account: str = "",
) -> list[Case]:
    """A signal's file for each of `people` and for so many more, all linked with each other.

    `known`: references of files that some of them have already. Raises Refused, and then there is
    nothing of any of them.
    """
    everybody = [*people, *([Found()] * (unnamed or 0))]
    already = [there(other_file(by, reference, Act.WRITE_CASE)) for reference in known]
    if not everybody or not 1 < len(everybody) + len(already) <= MOST:
        raise Refused(
            _("Name or count at least two people, and at most %(most)s, of whom one is new.")
            % {"most": MOST}
        )
    files = [
        note_signal(
            by=by, key=file_of(key, number), channel=channel, danger=danger, region=region,
            account=account, identity=found.identity(),
        )
        for number, found in enumerate(everybody)
    ]  # fmt: skip
    for case, other in combinations([*files, *already], 2):
        if link_between(case, other, Link.Kind.TOGETHER) is None:
            write_link(case, other, by=by, kind=Link.Kind.TOGETHER)
    return files
